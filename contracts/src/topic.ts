import { z } from "zod";
import type { EventType } from "./event-data.ts";

/** What a browser subscribes to. */
export const Topic = z.enum(["submissions", "mastery", "classes", "alerts"]);
export type Topic = z.infer<typeof Topic>;

/** The one table from event type to topic. */
export const topicOf: Record<EventType, Topic> = {
  "submission.queued": "submissions",
  "submission.running": "submissions",
  "submission.graded": "submissions",
  "mastery.updated": "mastery",
  "class.activity": "classes",
  "submission.progress": "alerts",
  "system.notice": "alerts",
  "skills.changed": "alerts",
  "flags.changed": "alerts",
};
