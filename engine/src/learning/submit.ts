import { streamName } from "@mastery/contracts/stream";
import { uuidv7 } from "uuidv7";
import type { Exercise } from "../course/course.ts";
import { logEvents } from "../events/log-events.ts";
import { enqueueGrading } from "../grader/enqueue-grading.ts";
import type { Database } from "../stores/database.ts";
import { insertSubmissions } from "../stores/submissions.ts";

export interface HandIn {
  readonly studentId: string;
  readonly course: string;
  readonly exercise: Pick<Exercise, "slug" | "title">;
  readonly code: string;
  readonly correlationId: string | null;
  readonly traceparent: string | null;
  readonly now: Date;
}

/**
 * Takes code for grading: the submission, its event and its place in the queue are written in the caller's
 * transaction, so once it has committed, the submission will be graded. Returns the submission's id.
 */
export async function submit(trx: Database, handIn: HandIn): Promise<string> {
  const { studentId, course, exercise, code, correlationId, traceparent, now } = handIn;
  const id = uuidv7();
  const { slug, title } = exercise;
  const shared = { correlationId, traceparent, submittedAt: now, started: false };
  await insertSubmissions(trx, [{ id, studentId, course, exercise: slug, code, ...shared }]);
  await logEvents(
    trx,
    streamName("learner", studentId),
    [{ type: "submission.queued", data: { submissionId: id, course, exercise: slug, title } }],
    { happenedAt: now, correlationId, traceparent },
  );
  await enqueueGrading(trx, id);
  return id;
}
