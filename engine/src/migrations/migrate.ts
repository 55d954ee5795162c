import { runMigrations } from "graphile-worker";
import { Migrator, type Migration } from "kysely/migration";
import type { Pool } from "pg";
import { createDatabase } from "../stores/database.ts";
import * as initial from "./0001-initial.ts";

/** In order; a migration that has been released is never edited. */
const migrations: Record<string, Migration> = { "0001-initial": initial };

/** Brings the schema, the queue's included, up to date. Safe to run from several processes at once. */
export async function migrate(pool: Pool): Promise<void> {
  const migrator = new Migrator({
    db: createDatabase(pool),
    provider: { getMigrations: async () => migrations },
  });
  const { error } = await migrator.migrateToLatest();
  if (error !== undefined)
    throw new Error("The database schema could not be brought up to date", { cause: error });
  await runMigrations({ pgPool: pool });
}
