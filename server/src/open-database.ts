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

/** Listeners, locks and a few gradings and publications at a time. */
const backgroundConnectionsMax = 12;

/** Connections, and the same as a typed database. */
export interface Connections {
  readonly pool: Pool;
  readonly db: Database;
}

export interface OpenDatabase extends Connections {
  /** Of its own: a rush of requests must not keep grading and events from the database, nor the other way round. */
  readonly background: Connections;
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
    const { host } = new URL(databaseUrl);
    return {
      ...(await connect(databaseUrl, logger)),
      description: `PostgreSQL at ${host || "the address in DATABASE_URL"}`,
      lost: new Promise(() => {}),
    };
  }
  const postgres = await startEmbeddedPostgres({
    folder: join(folder.path, "postgres"),
    socketFolder: join(folder.runPath, "pg"),
    sharedFolder: systemFolder,
  });
  const connected = await connect(postgres.databaseUrl, logger);
  return {
    ...connected,
    description: "PostgreSQL 18, embedded",
    lost: postgres.unexpectedExit,
    async close() {
      await connected.close();
      await postgres.stop();
    },
  };
}

async function connect(
  databaseUrl: string,
  logger: Logger,
): Promise<Pick<OpenDatabase, "pool" | "db" | "background" | "close">> {
  const pool = createPool(databaseUrl, logger);
  await bringUpToDate(pool);
  const background = createPool(databaseUrl, logger, backgroundConnectionsMax);
  return {
    pool,
    db: createDatabase(pool),
    background: { pool: background, db: createDatabase(background) },
    async close() {
      await Promise.all([pool.end(), background.end()]);
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
