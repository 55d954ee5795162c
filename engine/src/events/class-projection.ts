import { eventData, type EventData } from "@mastery/contracts/event-data";
import type { Estimate } from "@mastery/contracts/mastery";
import { streamName, streamOwner, type StreamName } from "@mastery/contracts/stream";
import type { Logger } from "@mastery/telemetry/logger";
import type { Database } from "../stores/database.ts";
import { createDeadLetters } from "../stores/dead-letters.ts";
import { selectEvents, type LoggedEvent } from "../stores/event-log.ts";
import { selectClassSeats, type ClassSeat } from "../stores/class-seats.ts";
import { selectUnprojected, setProjected, lockProjection } from "../stores/projections.ts";
import type { Job, Term } from "./lead.ts";
import { logEvents } from "./log-events.ts";
import { StreamBackoff } from "./stream-backoff.ts";
import { toCloudEvent } from "./to-cloud-event.ts";

/** Finds what a lost notification would have told. */
const sweepMs = 1_000;
const streamsPerReadMax = 100;
const eventsPerTransactionMax = 100;

/** Where a learner stands in a course, for the class to see. */
export type OverallOf = (db: Database, studentId: string, course: string) => Promise<Estimate>;

export interface ProjectionOptions {
  readonly db: Database;
  readonly overallOf: OverallOf;
  readonly logger: Logger;
}

/**
 * Tells classes what their learners did: for each graded submission one `class.activity` in each of the learner's
 * classes in that course. In transactions of its own, so that a class never slows or breaks a learner's grading;
 * the cursor moves in the same transaction, so each event is told exactly once.
 */
export function classProjection(options: ProjectionOptions): Job {
  return (term) => project(options, term);
}

async function project(options: ProjectionOptions, term: Term): Promise<void> {
  const backoff = new StreamBackoff();
  while (!term.signal.aborted) {
    const waiting = backoff.waiting(Date.now());
    const streams = await selectUnprojected(options.db, waiting, streamsPerReadMax);
    for (const stream of streams) {
      if (term.signal.aborted) return;
      try {
        await projectLearner(options, stream);
        backoff.succeeded(stream);
      } catch (error) {
        const pauseMs = backoff.failed(stream, Date.now());
        options.logger.error(
          { err: error, stream, pauseMs },
          "a class could not be told what its learner did",
        );
      }
    }
    if (streams.length === 0)
      await term.wakeUp.next(Math.min(sweepMs, backoff.pauseMs(Date.now()) ?? sweepMs));
  }
}

/** One learner's news, in one transaction. */
export async function projectLearner(
  { db, overallOf }: Pick<ProjectionOptions, "db" | "overallOf">,
  stream: StreamName,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    const cursor = await lockProjection(trx, stream);
    const events = await selectEvents(trx, stream, cursor, eventsPerTransactionMax);
    const newest = events.at(-1);
    if (!newest) return;
    const graded = events.filter((event) => event.type === "submission.graded");
    const seats = graded.length === 0 ? [] : await selectClassSeats(trx, streamOwner(stream).id);
    for (const event of graded) {
      const parsed = eventData["submission.graded"].safeParse(event.data);
      if (!parsed.success) {
        // It will not become readable: the class learns nothing of it, and goes on.
        await createDeadLetters(trx).record({ event: toCloudEvent(event), reason: parsed.error.message });
        continue;
      }
      const { course, submissionId, ...rest } = parsed.data;
      const here = seats.filter((seat) => seat.course === course);
      const [seat] = here;
      if (!seat) continue;
      const overall = overallAfter(events, submissionId) ?? (await overallOf(trx, seat.studentId, course));
      await tellClasses(trx, here, event, { ...rest, overall });
    }
    await setProjected(trx, stream, newest.sequence);
  });
}

/** What the same grading said of the learner; a submission that did not count said nothing. */
function overallAfter(events: readonly LoggedEvent[], submissionId: string): Estimate | undefined {
  for (const { type, data } of events) {
    if (type !== "mastery.updated") continue;
    const updated = eventData[type].safeParse(data);
    if (!updated.success || updated.data.submissionId !== submissionId) continue;
    const { score, low, high, evidence } = updated.data.overall;
    return { score, low, high, evidence };
  }
  return undefined;
}

async function tellClasses(
  trx: Database,
  seats: readonly ClassSeat[],
  { happenedAt, correlationId, traceparent }: LoggedEvent,
  {
    exercise,
    title,
    status,
    overall,
  }: Pick<EventData<"class.activity">, "exercise" | "title" | "status" | "overall">,
): Promise<void> {
  for (const { classId, studentId, displayName } of seats) {
    const at = happenedAt.toISOString();
    const data = { classId, studentId, displayName, exercise, title, status, overall, at };
    await logEvents(trx, streamName("class", classId), [{ type: "class.activity", data }], {
      happenedAt,
      correlationId,
      traceparent,
    });
  }
}
