import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { migrate } from "./migrate.ts";

describe("the schema", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("can be brought up to date again without effect", async () => {
    await migrate(database.pool);
    const { rows } = await database.pool.query("SELECT count(*)::int AS n FROM kysely_migration");
    expect(rows).toEqual([{ n: 1 }]);
  });

  it("holds the tables and the queue", async () => {
    const tables = await database.pool.query(
      "SELECT table_name FROM information_schema.tables WHERE table_schema = 'public'",
    );
    expect(tables.rows.map((row: { table_name: string }) => row.table_name)).toEqual(
      expect.arrayContaining(["accounts", "submissions", "event_log", "streams"]),
    );
    await expect(database.pool.query("SELECT graphile_worker.add_job('nothing')")).resolves.toBeDefined();
  });
});
