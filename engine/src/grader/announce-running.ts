import { streamName } from "@mastery/contracts/stream";
import type { Exercise } from "../course/course.ts";
import { logEvents } from "../events/log-events.ts";
import { markStarted, type Gradable } from "../stores/submissions.ts";
import type { GraderDeps } from "./grader-deps.ts";

/** Tells the learner, once a submission, that it is being run. */
export async function announceRunning(
  { db, clock }: Pick<GraderDeps, "db" | "clock">,
  { id: submissionId, studentId, course, correlationId, traceparent }: Gradable,
  exercise: Exercise,
): Promise<void> {
  const stream = streamName("learner", studentId);
  const { slug, title, tests } = exercise;
  await db.transaction().execute(async (trx) => {
    if (!(await markStarted(trx, submissionId))) return;
    await logEvents(
      trx,
      stream,
      [
        {
          type: "submission.running",
          data: { submissionId, course, exercise: slug, title, tests: tests.length },
        },
      ],
      { happenedAt: clock(), correlationId, traceparent },
    );
  });
}
