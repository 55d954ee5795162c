import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "../e2e/support/api.ts";
import { follow, type Follower } from "../e2e/support/follower.ts";
import type { TypicalExercise } from "./exercise.ts";
import { submit } from "./submit.ts";
import { within } from "./within.ts";

const verdictWithinMs = 60_000;
const pauseMs = 250;

/** One submission by a program that follows its stream. Wall-clock times are milliseconds since 1970. */
export interface ApiTiming {
  readonly submissionId: string;
  /** From sending the POST to `submission.graded` on the stream. */
  readonly totalMs: number;
  readonly sentAt: number;
  /** By the engine's clock: when it took the code, when a grader took it up, when the verdict was known. */
  readonly queuedAt: number;
  readonly runningAt: number;
  readonly judgedAt: number;
  readonly receivedAt: number;
  /** The sandbox, from its start to its end. */
  readonly sandboxMs: number;
}

export interface ApiPlan {
  readonly api: Api;
  readonly exercise: TypicalExercise;
  readonly submissions: number;
  readonly withinMs: number;
}

export async function measureByApi(plan: ApiPlan): Promise<ApiTiming[]> {
  const follower = follow(() => plan.api);
  try {
    const timings: ApiTiming[] = [];
    // The first one opens the stream and warms up; it is not counted.
    await submitOnce(plan, follower);
    const deadline = performance.now() + plan.withinMs;
    while (timings.length < plan.submissions && performance.now() < deadline) {
      timings.push(await submitOnce(plan, follower));
      await delay(pauseMs);
    }
    return timings;
  } finally {
    await follower.stop();
  }
}

async function submitOnce({ api, exercise }: ApiPlan, follower: Follower): Promise<ApiTiming> {
  const sentAt = Date.now();
  const begun = performance.now();
  const submissionId = await submit(api, exercise);
  const { event } = await within(
    follower.until(
      ({ event }) => event.type === "submission.graded" && event.data.submissionId === submissionId,
    ),
    verdictWithinMs,
    `no verdict for ${submissionId} came on the stream`,
  );
  const totalMs = performance.now() - begun;
  const receivedAt = Date.now();
  if (event.type !== "submission.graded" || event.data.status !== "passed") {
    throw new Error(`the solution of ${exercise.slug} should pass`);
  }
  return {
    submissionId,
    totalMs,
    sentAt,
    queuedAt: happenedAt(follower, "submission.queued", submissionId),
    runningAt: happenedAt(follower, "submission.running", submissionId),
    judgedAt: Date.parse(event.timestamp),
    receivedAt,
    sandboxMs: event.data.durationMs,
  };
}

function happenedAt(
  { received }: Follower,
  type: "submission.queued" | "submission.running",
  submissionId: string,
): number {
  const found = received.find(({ event }) => event.type === type && event.data.submissionId === submissionId);
  if (!found) throw new Error(`no ${type} came before the verdict of ${submissionId}`);
  return Date.parse(found.event.timestamp);
}
