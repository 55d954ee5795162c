import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";
import { setFlag } from "../../stores/flags.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(() => engine.close());

describe("the flags of a caller", () => {
  it("are the environment's until they are set, and then the database's", async () => {
    const { bearer } = await engine.person("student");
    const read = async () => (await engine.app.inject({ url: "/api/flags", headers: bearer })).json().flags;
    expect(await read()).toEqual({
      FEATURE_DAPR_INTEGRATION: true,
      FEATURE_KONG_AUTH: true,
      FEATURE_API_INTEGRATION: true,
      FEATURE_MCP_SKILLS: true,
    });
    await setFlag(engine.deps.db, "FEATURE_MCP_SKILLS", "false");
    expect((await read()).FEATURE_MCP_SKILLS).toBe(false);
    await setFlag(engine.deps.db, "FEATURE_MCP_SKILLS", "0%");
    expect((await read()).FEATURE_MCP_SKILLS).toBe(false);
    await setFlag(engine.deps.db, "FEATURE_MCP_SKILLS", "100%");
    expect((await read()).FEATURE_MCP_SKILLS).toBe(true);
  });
});

describe("setting a flag", () => {
  it.each([
    ["an unknown flag", "FEATURE_TELEPATHY", "true"],
    ["a value that is none", "FEATURE_MCP_SKILLS", "yes"],
    ["a share over 100", "FEATURE_MCP_SKILLS", "101%"],
    ["a share of the token check", "FEATURE_KONG_AUTH", "50%"],
  ])("refuses %s and stores nothing", async (_what, name, value) => {
    const before = await engine.deps.db.selectFrom("flags").selectAll().execute();
    expect(await setFlag(engine.deps.db, name, value)).toMatchObject({ type: "refused" });
    expect(await engine.deps.db.selectFrom("flags").selectAll().execute()).toEqual(before);
  });

  it("takes true and false for the token check", async () => {
    expect(await setFlag(engine.deps.db, "FEATURE_KONG_AUTH", "false")).toEqual({ type: "set" });
  });
});
