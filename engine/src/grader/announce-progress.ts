import { cloudEventType } from "@mastery/contracts/cloud-event";
import type { EventData } from "@mastery/contracts/event-data";
import { streamName } from "@mastery/contracts/stream";
import { uuidv7 } from "uuidv7";
import type { Exercise } from "../course/course.ts";
import type { TestObservation } from "../grading/job.ts";
import { judge } from "../grading/judge.ts";
import type { Gradable } from "../stores/submissions.ts";
import type { GraderDeps } from "./grader-deps.ts";

/**
 * Tells the learner of one finished test, as a notice: not logged, and nobody waits for it. The grade repeats what a
 * lost notice would have said.
 */
export function announceProgress(
  { bus, clock, logger }: Pick<GraderDeps, "bus" | "clock" | "logger">,
  submission: Gradable,
  exercise: Exercise,
  observation: TestObservation,
  index: number,
): void {
  const test = exercise.tests[index];
  if (!test) return;
  const { name, visibility, status, durationMs } = judge(test, observation);
  const data: EventData<"submission.progress"> = {
    submissionId: submission.id,
    exercise: exercise.slug,
    index,
    total: exercise.tests.length,
    test: { name, visibility, status, durationMs },
  };
  const stream = streamName("learner", submission.studentId);
  bus
    .publish({
      specversion: "1.0",
      id: uuidv7(),
      source: "engine",
      type: cloudEventType("submission.progress"),
      time: clock().toISOString(),
      datacontenttype: "application/json",
      subject: stream,
      partitionkey: stream,
      ...(submission.correlationId === null ? {} : { correlationid: submission.correlationId }),
      ...(submission.traceparent === null ? {} : { traceparent: submission.traceparent }),
      data,
    })
    .catch((error: unknown) => {
      logger.debug({ err: error, submissionId: submission.id }, "a notice of progress was not accepted");
    });
}
