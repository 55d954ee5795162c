import { createHash } from "node:crypto";
import type { Logger } from "@mastery/telemetry/logger";
import type { Pool } from "pg";
import { lead, type Job, type Leader } from "../events/lead.ts";

/** Upper half of every grader's advisory lock; the lower half comes from its id. */
const graderLockClass = 18_017;

/**
 * Holds a lock while this grader lives. PostgreSQL frees it with the connection, at the grader's death at the latest,
 * so presence needs no clock: whoever's lock nobody holds is dead. `jobs` run meanwhile.
 */
export function holdPresence(options: {
  readonly pool: Pool;
  readonly graderId: string;
  readonly logger: Logger;
  readonly jobs: readonly Job[];
}): Leader {
  const { graderId, ...rest } = options;
  return lead({ ...rest, lock: graderLockClass * 2 ** 32 + lockOf(graderId) });
}

/** Those of the given graders that hold no lock. */
export async function absentGraders(pool: Pool, graderIds: readonly string[]): Promise<string[]> {
  const { rows } = await pool.query<{ lock: string }>(
    `SELECT objid::bigint AS lock FROM pg_locks
     WHERE locktype = 'advisory' AND granted AND classid = $1 AND objsubid = 1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [graderLockClass],
  );
  const held = new Set(rows.map(({ lock }) => Number(lock)));
  return graderIds.filter((id) => !held.has(lockOf(id)));
}

function lockOf(graderId: string): number {
  return createHash("sha256").update(graderId).digest().readUInt32BE(0);
}
