import { z } from "zod";
import { eventData, type EventType } from "./event-data.ts";
import { Id, Instant } from "./id.ts";
import { Topic } from "./topic.ts";

/**
 * One event as a browser receives it in an SSE frame's `data`. The frame's `id` is the stream's sequence number;
 * notices have none.
 */
function learnerEventOf<T extends EventType>(type: T) {
  return z.object({
    id: Id,
    type: z.literal(type),
    studentId: Id.optional(),
    classId: Id.optional(),
    priority: z.enum(["normal", "high"]),
    /** When it happened. */
    timestamp: Instant,
    data: eventData[type],
    metadata: z.object({
      source: z.string(),
      topic: Topic,
      version: z.int().min(1),
      correlationId: z.string().optional(),
      /** When it was committed to the event log. */
      publishedAt: Instant,
    }),
  });
}

export const LearnerEvent = z.discriminatedUnion("type", [
  learnerEventOf("submission.queued"),
  learnerEventOf("submission.running"),
  learnerEventOf("submission.graded"),
  learnerEventOf("mastery.updated"),
  learnerEventOf("class.activity"),
  learnerEventOf("submission.progress"),
  learnerEventOf("system.notice"),
  learnerEventOf("skills.changed"),
  learnerEventOf("flags.changed"),
]);
export type LearnerEvent = z.infer<typeof LearnerEvent>;

/** What the stream says of itself, in frames without id. */
export const StreamControl = {
  /** The head: the number of the newest event of the stream when it opened. */
  "stream.ready": z.object({ head: z.int().min(0), expiresAt: Instant }),
  /** What was missed can no longer be replayed: fetch everything again, then go on from `head`. */
  "stream.reset": z.object({
    head: z.int().min(0),
    reason: z.enum(["too-old", "unknown-id", "slow-reader"]),
  }),
  "stream.closing": z.object({
    reason: z.enum(["token-expiring", "membership-lost", "server-leaving", "unsubscribed"]),
  }),
} as const;
export type StreamControlType = keyof typeof StreamControl;
