import type { VerifyToken } from "@mastery/access/verify-token";
import type { Problem } from "@mastery/contracts/problem";
import type { Logger } from "@mastery/telemetry/logger";
import { toNodeHandler } from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { monacoConfig } from "../monaco-config/monaco-config.ts";
import { problem, refusal } from "./admit.ts";
import { keepLive, type LiveSkill } from "./live-skill.ts";
import { createMcpServer } from "./mcp-server.ts";

const requestBytesMax = 64 * 1024;
const requestTimeoutMs = 10_000;
/** More than the gateway lets pass, and adds: whoever is refused for it is refused there. */
const headerBytesMax = 64 * 1024;
const serverVersion = "1";

export interface SkillsOptions {
  readonly listen: { readonly socketPath: string } | { readonly host: string; readonly port: number };
  /** The one origin that browsers use. */
  readonly publicUrl: string;
  readonly verifyToken: VerifyToken;
  readonly logger: Logger;
  /** Told when the data of a skill changed, so that open browsers can be told. */
  readonly onChanged: (skill: string, version: string) => void;
  /** The skills to serve; those of this room unless a test brings its own. */
  readonly skills?: Parameters<typeof keepLive>[0][];
}

export interface Skills {
  readonly port: number | undefined;
  close(): Promise<void>;
}

/** Serves the skills over MCP (Streamable HTTP) at `/mcp`, and `GET /health`. Resolves once it listens. */
export async function startSkills(options: SkillsOptions): Promise<Skills> {
  const { logger, onChanged } = options;
  const skills: LiveSkill[] = await Promise.all(
    (options.skills ?? [monacoConfig]).map((skill) => keepLive(skill, logger, onChanged)),
  );
  const handler = createMcpHandler(() => createMcpServer(skills, serverVersion), {
    maxRequestBodySize: requestBytesMax,
    onerror: (error) => logger.warn({ error: error.message }, "an MCP request was refused"),
  });
  const serve = toNodeHandler(handler);
  const server = createServer(
    { requestTimeout: requestTimeoutMs, maxHeaderSize: headerBytesMax },
    (request, response) => {
      answer(request, response).catch((error: unknown) => {
        logger.error({ err: error }, "a skill could not answer");
        if (response.headersSent) response.destroy();
        else sendProblem(response, problem("internal", "Please try again."));
      });
    },
  );

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = (request.url ?? "/").split("?", 1)[0];
    if (path === "/health") return sendHealth(response, skills);
    if (path !== "/mcp")
      return sendProblem(response, problem("not_found", "There is nothing at this address."));
    const refused = await refusal(request, options.verifyToken, options.publicUrl);
    if (refused) return sendProblem(response, refused);
    // Node types absent fields as undefined, the SDK leaves them out; it reads both alike.
    await serve(request as Parameters<typeof serve>[0], response);
  }

  server.listen("socketPath" in options.listen ? { path: options.listen.socketPath } : options.listen);
  await once(server, "listening");
  const address = server.address();
  return {
    port: typeof address === "object" ? address?.port : undefined,
    async close() {
      for (const skill of skills) skill.close();
      await handler.close();
      server.close();
      server.closeIdleConnections();
      await once(server, "close");
    },
  };
}

function sendHealth(response: ServerResponse, skills: readonly LiveSkill[]): void {
  const versions = Object.fromEntries(skills.map((live) => [live.skill.name, live.current().version]));
  response
    .setHeader("content-type", "application/json")
    .end(JSON.stringify({ status: "healthy", skills: versions }));
}

function sendProblem(response: ServerResponse, body: Problem): void {
  response.writeHead(body.status, { "content-type": "application/problem+json" }).end(JSON.stringify(body));
}
