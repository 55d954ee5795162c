import type { Logger } from "@mastery/telemetry/logger";
import { Pool } from "pg";

const connectionsMax = 16;
const connectWithinMs = 10_000;
const statementWithinMs = 15_000;

/** Connections to the database; a connection that breaks is logged and replaced, never thrown into the process. */
export function createPool(databaseUrl: string, logger?: Logger, max = connectionsMax): Pool {
  const pool = new Pool({
    connectionString: databaseUrl,
    max,
    connectionTimeoutMillis: connectWithinMs,
    statement_timeout: statementWithinMs,
  });
  const report = (error: Error) => {
    // The pool forgets its connections before the database has taken their farewell.
    if (!pool.ending) logger?.warn({ error: error.message }, "a database connection broke");
  };
  pool.on("error", report);
  pool.on("connect", (client) => client.on("error", report));
  return pool;
}
