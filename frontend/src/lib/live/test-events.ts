import type { EventData } from "@mastery/contracts/event-data";
import type { LearnerEvent } from "@mastery/contracts/learner-event";
import type { Frame } from "../sse-inbox.ts";

const at = "2026-01-05T10:00:00.000Z";

type MasteryUpdated = Extract<LearnerEvent, { type: "mastery.updated" }>;

/** A change of mastery from 60 to 62 on one concept, for tests. */
export function masteryUpdated(
  data: Partial<EventData<"mastery.updated">> = {},
  studentId = "s1",
): MasteryUpdated {
  const estimate = { score: 0.62, low: 0.5, high: 0.7, evidence: "enough" as const };
  return {
    id: "e1",
    type: "mastery.updated",
    studentId,
    priority: "normal",
    timestamp: at,
    data: {
      course: "python",
      overall: { ...estimate, before: 0.6 },
      concepts: [
        { ...estimate, concept: "loops", name: "Loops", before: 0.6, status: "learning", attempts: 7 },
      ],
      reason: "You solved it.",
      ...data,
    },
    metadata: { source: "engine", topic: "mastery", version: 1, publishedAt: at },
  };
}

/** The frame that carries an event as number `id`. */
export function frameOf(event: LearnerEvent, id?: number): Frame {
  return { event: event.type, id: id === undefined ? undefined : String(id), data: JSON.stringify(event) };
}

export function readyFrame(head: number): Frame {
  return { event: "stream.ready", data: JSON.stringify({ head, expiresAt: at }) };
}

export function resetFrame(head: number): Frame {
  return { event: "stream.reset", data: JSON.stringify({ head, reason: "too-old" }) };
}
