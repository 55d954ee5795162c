import { sql } from "kysely";
import { limits } from "@mastery/contracts/limits";
import type { Logger } from "@mastery/telemetry/logger";
import type { Database } from "../stores/database.ts";
import type { Job } from "./lead.ts";

const purgeEveryMs = 10 * 60_000;
/** A purge deletes this many rows in one statement, so that no lock is held for long. */
const rowsPerStatementMax = 5_000;
const dayMs = 86_400_000;

/** Deletes, every ten minutes, events too old to be replayed and idempotency keys past their days. */
export function purge({ db, logger }: { readonly db: Database; readonly logger: Logger }): Job {
  return async ({ signal, wakeUp }) => {
    let nextAt = 0;
    while (!signal.aborted) {
      const now = Date.now();
      if (now >= nextAt) {
        nextAt = now + purgeEveryMs;
        const events = await purgeEvents(db, new Date(now));
        const keys = await purgeIdempotencyKeys(db, new Date(now));
        if (events + keys > 0) logger.info({ events, keys }, "purged what is past its days");
      }
      await wakeUp.next(nextAt - Date.now());
    }
  };
}

/**
 * Deletes events older than the promised days, but only what the bus has accepted and classes were told of.
 * `streams.last` stays, so numbers go on. Returns how many went.
 */
export async function purgeEvents(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - limits.replayDays * dayMs);
  let purged = 0;
  for (;;) {
    const { numAffectedRows } = await sql`
      DELETE FROM event_log WHERE id IN (
        SELECT event_log.id FROM event_log JOIN streams ON streams.name = event_log.stream
        WHERE event_log.logged_at < ${before} AND event_log.published_at IS NOT NULL
          AND (event_log.sequence <= streams.projected OR event_log.stream NOT LIKE 'learner.%')
        LIMIT ${rowsPerStatementMax})`.execute(db);
    const deleted = Number(numAffectedRows ?? 0n);
    purged += deleted;
    if (deleted < rowsPerStatementMax) return purged;
  }
}

async function purgeIdempotencyKeys(db: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - limits.idempotencyKeyDays * dayMs);
  const { numDeletedRows } = await db
    .deleteFrom("idempotencyKeys")
    .where("createdAt", "<", before)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
