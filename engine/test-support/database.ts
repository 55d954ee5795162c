import { randomBytes } from "node:crypto";
import { Client, type Pool } from "pg";
import { inject } from "vitest";
import { migrate } from "../src/migrations/migrate.ts";
import { createDatabase, type Database } from "../src/stores/database.ts";
import { createPool } from "../src/stores/pool.ts";

export interface TestDatabase {
  readonly url: string;
  readonly pool: Pool;
  readonly db: Database;
  drop(): Promise<void>;
}

/** A fresh, migrated database on the test run's real PostgreSQL. */
export async function createTestDatabase(): Promise<TestDatabase> {
  const base = new URL(inject("databaseUrl"));
  const name = `test_${randomBytes(8).toString("hex")}`;
  await administer(base, `CREATE DATABASE ${name}`);
  const url = new URL(base);
  url.pathname = `/${name}`;
  const pool = createPool(url.href);
  await migrate(pool);
  return {
    url: url.href,
    pool,
    db: createDatabase(pool),
    async drop() {
      await pool.end();
      await administer(base, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function administer(url: URL, statement: string): Promise<void> {
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
