import type { Logger } from "@mastery/telemetry/logger";
import type { Pool } from "pg";
import type { Job } from "../events/lead.ts";
import { absentGraders } from "./presence.ts";

const sweepMs = 2_000;

/** The queue keeps a dead grader's jobs locked for hours. This frees them: at once, and then every two seconds. */
export function sweepDeadGraders(pool: Pool, logger: Logger): Job {
  return async ({ signal, wakeUp }) => {
    while (!signal.aborted) {
      const freed = await freeDeadGradersJobs(pool);
      if (freed.length > 0)
        logger.warn({ graders: freed }, "graders died; their submissions are graded anew");
      await wakeUp.next(sweepMs);
    }
  };
}

/** Answers with the ids of the dead graders that held jobs. */
export async function freeDeadGradersJobs(pool: Pool): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    "SELECT DISTINCT locked_by AS id FROM graphile_worker.jobs WHERE locked_by IS NOT NULL",
  );
  if (rows.length === 0) return [];
  const dead = await absentGraders(
    pool,
    rows.map(({ id }) => id),
  );
  if (dead.length > 0) await pool.query("SELECT graphile_worker.force_unlock_workers($1::text[])", [dead]);
  return dead;
}
