import { migrate } from "@mastery/engine/migrations/migrate";
import { createDatabase, type Database } from "@mastery/engine/stores/database";
import { createPool } from "@mastery/engine/stores/pool";
import type { Logger } from "@mastery/telemetry/logger";
import { join } from "node:path";
import type { Pool } from "pg";
import type { DataFolder } from "./data-folder.ts";
import { systemFolder } from "./data-folder.ts";
import { startEmbeddedPostgres } from "./postgres/embedded-postgres.ts";
import { StartFault } from "./start-fault.ts";

export interface OpenDatabase {
  readonly pool: Pool;
  readonly db: Database;
  /** For people: where the data is. */
  readonly description: string;
  /** Resolves, with its last words, when an embedded database ends by itself; never for one of the operator's. */
  readonly lost: Promise<string>;
  close(): Promise<void>;
}

/** The operator's database, or the embedded one in the data folder; its schema brought up to date. */
export async function openDatabase(
  databaseUrl: string | undefined,
  folder: DataFolder,
  logger: Logger,
): Promise<OpenDatabase> {
  if (databaseUrl !== undefined) {
    const pool = createPool(databaseUrl, logger);
    await bringUpToDate(pool);
    const { host } = new URL(databaseUrl);
    return {
      pool,
      db: createDatabase(pool),
      description: `PostgreSQL at ${host || "the address in DATABASE_URL"}`,
      lost: new Promise(() => {}),
      close: () => pool.end(),
    };
  }
  const postgres = await startEmbeddedPostgres({
    folder: join(folder.path, "postgres"),
    socketFolder: join(folder.runPath, "pg"),
    sharedFolder: systemFolder,
  });
  const pool = createPool(postgres.databaseUrl, logger);
  await bringUpToDate(pool);
  return {
    pool,
    db: createDatabase(pool),
    description: "PostgreSQL 18, embedded",
    lost: postgres.unexpectedExit,
    async close() {
      await pool.end();
      await postgres.stop();
    },
  };
}

async function bringUpToDate(pool: Pool): Promise<void> {
  try {
    await migrate(pool);
  } catch (error) {
    const detail = error instanceof Error ? `${error.message}${causeOf(error)}` : String(error);
    throw new StartFault("database_failed", `The database cannot be used: ${detail}`, { cause: error });
  }
}

function causeOf(error: Error): string {
  return error.cause instanceof Error ? `: ${error.cause.message}` : "";
}
