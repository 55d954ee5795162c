import { isGranted } from "@mastery/access/grants";
import type { VerifyToken } from "@mastery/access/verify-token";
import { MonacoConfig } from "@mastery/contracts/monaco-config";
import type { AccessClaims } from "@mastery/contracts/session";
import { createLogger } from "@mastery/telemetry/logger";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { monacoConfigIn } from "../monaco-config/monaco-config.ts";
import { startSkills, type Skills } from "./start-skills.ts";

const claims: AccessClaims = {
  iss: "mastery-engine",
  aud: "mastery-api",
  sub: "account",
  role: "student",
  permissions: [],
  sid: "session",
  iat: 0,
  exp: 1,
  jti: "token",
};
const verifyToken: VerifyToken = async (token) =>
  token === "good" ? { type: "valid", claims } : { type: "invalid", reason: "signature" };

describe("the skills server", () => {
  let folder: string;
  let skills: Skills;
  const changes: { skill: string; version: string }[] = [];
  let changed = Promise.withResolvers<void>();

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "mastery-skill-"));
    cpSync(
      fileURLToPath(new URL("../monaco-config/config.json", import.meta.url)),
      join(folder, "config.json"),
    );
    changes.length = 0;
    changed = Promise.withResolvers();
    skills = await startSkills({
      listen: { host: "127.0.0.1", port: 0 },
      publicUrl: "http://localhost:8000",
      verifyToken,
      logger: createLogger("test", { level: "silent" }),
      onChanged(skill, version) {
        changes.push({ skill, version });
        changed.resolve();
      },
      skills: [monacoConfigIn(folder)],
    });
  });
  afterEach(async () => {
    await skills.close();
    rmSync(folder, { recursive: true });
  });

  const url = () => new URL(`http://127.0.0.1:${skills.port}/mcp`);

  async function connect(
    headers: Record<string, string> = { authorization: "Bearer good" },
  ): Promise<Client> {
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StreamableHTTPClientTransport(url(), { requestInit: { headers } }));
    return client;
  }

  async function configuration(client: Client, request: object): Promise<MonacoConfig> {
    const result = await client.callTool({
      name: "monaco-config",
      arguments: { language: "python", ...request },
    });
    return MonacoConfig.parse(result.structuredContent);
  }

  it("lists its tools and answers a call by the contract", async () => {
    const client = await connect();
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(["monaco-config"]);
    expect((await configuration(client, {})).options).toMatchObject({ tabSize: 4, insertSpaces: true });
    await client.close();
  });

  it("fits the configuration to a finger and to a screen reader", async () => {
    const client = await connect();
    expect((await configuration(client, { coarsePointer: true })).options.fontSize).toBe(16);
    expect((await configuration(client, { screenReader: true })).options.accessibilitySupport).toBe("on");
    await client.close();
  });

  it("answers what Python needs and which colours stand for what", async () => {
    const client = await connect();
    const { language, themeRules } = await configuration(client, {});
    expect(language.keywords).toContain("lambda");
    expect(themeRules).toContainEqual({ token: "comment", color: "comment", style: "italic" });
    const strong = await configuration(client, { theme: "high-contrast" });
    expect(new Set(strong.themeRules.map(({ color }) => color))).toEqual(new Set(["text"]));
    await client.close();
  });

  it("refuses unknown arguments with a message that names them", async () => {
    const client = await connect();
    const result = await client.callTool({ name: "monaco-config", arguments: { language: "cobol" } });
    expect(result.isError).toBe(true);
    expect(JSON.stringify(result.content)).toContain("language");
    await client.close();
  });

  it("takes over a changed file without a restart and tells of the new version", async () => {
    const client = await connect();
    const before = await configuration(client, {});
    const file = join(folder, "config.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"tabSize": 4', '"tabSize": 2'));
    await changed.promise;
    const after = await configuration(client, {});
    expect(after.options.tabSize).toBe(2);
    expect(after.version).not.toBe(before.version);
    expect(changes).toEqual([{ skill: "monaco-config", version: after.version }]);
    await client.close();
  });

  it("keeps the last good configuration when a changed file cannot be used", async () => {
    const client = await connect();
    const file = join(folder, "config.json");
    const good = readFileSync(file, "utf8");
    writeFileSync(file, good.replace('"tabSize": 4', '"tabSize": "four"'));
    expect((await configuration(client, {})).options.tabSize).toBe(4);
    writeFileSync(file, good.replace('"tabSize": 4', '"tabSize": 8'));
    await changed.promise;
    expect((await configuration(client, {})).options.tabSize).toBe(8);
    await client.close();
  });

  it.each([
    ["no token", {}, 401],
    ["a bad token", { authorization: "Bearer bad" }, 401],
    ["a cookie without proof that our page sent the request", { cookie: "mastery_at=good" }, 403],
  ])("refuses %s", async (_case, headers, status) => {
    const response = await fetch(url(), { method: "POST", headers, body: "{}" });
    expect(response.status).toBe(status);
    expect(response.headers.get("content-type")).toBe("application/problem+json");
  });

  it("takes a cookie from our own page", async () => {
    const client = await connect({
      cookie: "mastery_at=good",
      "x-requested-with": "mastery",
      origin: "http://localhost:8000",
    });
    expect((await configuration(client, {})).version).toBeTruthy();
    await client.close();
  });

  it("lets every role that may use skills in", () => {
    expect((["student", "teacher", "admin"] as const).map((role) => isGranted(role, "skill:use"))).toEqual([
      true,
      true,
      true,
    ]);
  });

  it("says how it is without a token", async () => {
    const response = await fetch(new URL("/health", url()));
    expect(await response.json()).toMatchObject({ status: "healthy" });
  });
});
