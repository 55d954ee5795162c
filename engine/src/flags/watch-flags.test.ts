import type { FlagName } from "@mastery/contracts/flag";
import { createLogger } from "@mastery/telemetry/logger";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { setFlag } from "../stores/flags.ts";
import { watchFlags, type FlagWatcher } from "./watch-flags.ts";

const initial = {
  FEATURE_DAPR_INTEGRATION: "true",
  FEATURE_KONG_AUTH: "true",
  FEATURE_API_INTEGRATION: "true",
  FEATURE_MCP_SKILLS: "true",
};
const logger = createLogger("test", { destination: { write: () => undefined } });
/** A busy machine may be late; a lost change would never come. */
const patience = { timeout: 20_000, interval: 20 };

let database: TestDatabase;
let watcher: FlagWatcher;
let changes: FlagName[][];

beforeAll(async () => {
  database = await createTestDatabase();
});
afterAll(() => database.drop());

beforeEach(async () => {
  await database.db.deleteFrom("flags").execute();
  changes = [];
  const { pool, db } = database;
  watcher = await watchFlags({ pool, db, initial, logger, onChange: (names) => changes.push([...names]) });
});
afterEach(() => watcher.close());

describe("following the flags", () => {
  it("starts with the values in force and reports none of them as a change", () => {
    expect(watcher.current()).toEqual(initial);
    expect(changes).toEqual([]);
  });

  it("reports a flag that another process set", async () => {
    await setFlag(database.db, "FEATURE_MCP_SKILLS", "25%");
    await vi.waitFor(() => expect(changes).toEqual([["FEATURE_MCP_SKILLS"]]), patience);
    expect(watcher.current().FEATURE_MCP_SKILLS).toBe("25%");
  });

  it("finds a change that no notification told of", async () => {
    await database.db.insertInto("flags").values({ name: "FEATURE_KONG_AUTH", value: "false" }).execute();
    await vi.waitFor(() => expect(changes).toEqual([["FEATURE_KONG_AUTH"]]), patience);
  });

  it("goes on after the database cut its connection", async () => {
    await database.pool.query(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()",
    );
    await setFlag(database.db, "FEATURE_API_INTEGRATION", "false");
    await vi.waitFor(() => expect(changes).toContainEqual(["FEATURE_API_INTEGRATION"]), patience);
  });

  it("passes over a flag that this version does not know", async () => {
    await database.db.insertInto("flags").values({ name: "FEATURE_FROM_TOMORROW", value: "?" }).execute();
    await setFlag(database.db, "FEATURE_MCP_SKILLS", "false");
    await vi.waitFor(() => expect(changes).toEqual([["FEATURE_MCP_SKILLS"]]), patience);
  });

  it("gives its connection back when it is closed", async () => {
    await watcher.close();
    const listening = `
      SELECT 1 FROM pg_stat_activity WHERE query LIKE 'LISTEN%' AND datname = current_database()`;
    await vi.waitFor(async () => expect((await database.pool.query(listening)).rows).toEqual([]), patience);
  });
});
