import { MonacoConfig, type MonacoConfigRequest } from "@mastery/contracts/monaco-config";
import type { Refreshed } from "../refresh-session.ts";

/** The editor works without an answer, so it does not wait long for one. */
const answerTimeoutMs = 4_000;
const endpoint = "/mcp";
const protocolVersion = "2026-07-28";

export interface SkillPorts {
  readonly fetch: typeof fetch;
  readonly origin: string;
  readonly now: () => number;
  /** Renews the session when the server no longer takes the token; see `api-client.ts`. */
  readonly refresh: (failedAt: number) => Promise<Refreshed>;
}

class SkillError extends Error {
  override readonly name = "SkillError";
}

/** Asks the skill `monaco-config` how the editor should look and behave. Rejects when there is no usable answer. */
export async function fetchMonacoConfig(
  ports: SkillPorts,
  request: Partial<MonacoConfigRequest>,
): Promise<MonacoConfig> {
  const answer = await callSkill(ports, "monaco-config", { language: "python", ...request });
  return MonacoConfig.parse(answer);
}

/** Calls one tool of the skills server over MCP. The client is large, so it is loaded when first needed. */
async function callSkill(
  ports: SkillPorts,
  name: string,
  request: Record<string, unknown>,
): Promise<unknown> {
  const { Client, StreamableHTTPClientTransport } = await import("@modelcontextprotocol/client");
  const client = new Client(
    { name: "mastery-editor", version: "1" },
    { versionNegotiation: { mode: { pin: protocolVersion } } },
  );
  const signal = AbortSignal.timeout(answerTimeoutMs);
  const transport = new StreamableHTTPClientTransport(new URL(endpoint, ports.origin), {
    requestInit: { headers: { "x-requested-with": "mastery" } },
    fetch: refreshingFetch(ports),
  });
  try {
    await client.connect(transport, { signal, timeout: answerTimeoutMs });
    const result = await client.callTool({ name, arguments: request }, { signal, timeout: answerTimeoutMs });
    if (result.isError) throw new SkillError(`The skill ${name} refused: ${JSON.stringify(result.content)}`);
    return result.structuredContent;
  } finally {
    await client.close();
  }
}

/** An expired token is renewed once, as for every other call. */
function refreshingFetch(ports: SkillPorts) {
  return async (url: string | URL, init?: RequestInit): Promise<Response> => {
    const sentAt = ports.now();
    const response = await ports.fetch(url, init);
    if (response.status !== 401) return response;
    const refreshed = await ports.refresh(sentAt);
    return refreshed === "refused" || refreshed === "unreachable" ? response : ports.fetch(url, init);
  };
}
