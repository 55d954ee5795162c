import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "../stores/database.ts";

export const gradeTask = "grade-submission";
/** More than the grader ever uses: it gives up by itself, so that no learner waits for ever. */
const attemptsMax = 100;

export const GradePayload = z.object({ submissionId: z.string() });

/** Queues a submission inside the transaction that writes it; the graders hear of it at the commit. */
export async function enqueueGrading(trx: Database, submissionId: string): Promise<void> {
  const payload = JSON.stringify({ submissionId } satisfies z.infer<typeof GradePayload>);
  await sql`
    SELECT graphile_worker.add_job(${gradeTask}, ${payload}::json, max_attempts := ${attemptsMax})`.execute(
    trx,
  );
}
