import { type CloudEvent, readCloudEventType } from "@mastery/contracts/cloud-event";
import type { EventType } from "@mastery/contracts/event-data";
import { classActivity } from "./class-activity.ts";
import { masteryUpdated } from "./mastery-updated.ts";
import { flagsChanged, skillsChanged, systemNotice } from "./notices.ts";
import { submissionGraded, submissionProgress, submissionQueued, submissionRunning } from "./submission.ts";
import { type Transformed, type Transformer, unreadable } from "./transformer.ts";

const transformers: Record<EventType, Transformer> = {
  "submission.queued": submissionQueued,
  "submission.running": submissionRunning,
  "submission.graded": submissionGraded,
  "submission.progress": submissionProgress,
  "mastery.updated": masteryUpdated,
  "class.activity": classActivity,
  "system.notice": systemNotice,
  "skills.changed": skillsChanged,
  "flags.changed": flagsChanged,
};

/** What a browser gets of an event on the bus: same id, time and correlation id, or why it cannot be read. */
export function transform(event: CloudEvent): Transformed {
  const known = readCloudEventType(event.type);
  if (known === undefined) return unreadable(`unknown type ${event.type}`);
  if (known.version !== 1) return unreadable(`unknown version ${known.version} of ${known.type}`);
  return transformers[known.type](event);
}
