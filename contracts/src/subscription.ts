import { z } from "zod";
import { Id, Instant } from "./id.ts";
import { limits } from "./limits.ts";
import { Topic } from "./topic.ts";

const topics = z.array(Topic).min(1).max(limits.topicsMax);

/** A learner subscribes to their own stream, a teacher to a class. */
export const SubscribeRequest = z.union([
  z.strictObject({ topics, studentId: Id }),
  z.strictObject({ topics, classId: Id }),
]);
export type SubscribeRequest = z.infer<typeof SubscribeRequest>;

export const Subscription = z.object({
  subscriptionId: Id,
  status: z.literal("active"),
  topics: z.array(Topic),
  expiresAt: Instant,
});
export type Subscription = z.infer<typeof Subscription>;

export const StreamQuery = z.object({
  subscriptionId: Id,
  lastEventId: z.coerce.number().int().min(0).optional(),
});
