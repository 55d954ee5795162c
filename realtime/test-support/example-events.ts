import { type CloudEvent, cloudEventType } from "@mastery/contracts/cloud-event";
import type { EventData, EventType } from "@mastery/contracts/event-data";

const ofSubmission = { submissionId: "s1", course: "python", exercise: "hello", title: "Hello" };
const estimate = { score: 0.5, low: 0.3, high: 0.7, evidence: "low" } as const;

const exampleData: { [T in EventType]: EventData<T> } = {
  "submission.queued": ofSubmission,
  "submission.running": { ...ofSubmission, tests: 3 },
  "submission.graded": {
    ...ofSubmission,
    status: "passed",
    passed: 3,
    total: 3,
    durationMs: 41,
    mastery: [{ concept: "strings", name: "Strings", before: 0.4, after: 0.5 }],
  },
  "mastery.updated": {
    course: "python",
    submissionId: "s1",
    overall: { ...estimate, before: 0.4 },
    concepts: [],
    reason: "Hello passed at the first try",
  },
  "class.activity": {
    classId: "c1",
    studentId: "ada",
    displayName: "Ada",
    exercise: "hello",
    title: "Hello",
    status: "passed",
    overall: estimate,
    at: "2026-01-05T10:00:00.000Z",
  },
  "submission.progress": {
    submissionId: "s1",
    exercise: "hello",
    index: 0,
    total: 3,
    test: { name: "greets", visibility: "open", status: "passed", durationMs: 2 },
  },
  "system.notice": { level: "info", text: "Back soon" },
  "skills.changed": { skill: "monaco-config", version: "2" },
  "flags.changed": { names: ["FEATURE_MCP_SKILLS"] },
};

let made = 0;

export function exampleEvent(type: EventType, changes: Partial<CloudEvent> = {}): CloudEvent {
  return {
    specversion: "1.0",
    id: `e${++made}`,
    source: "engine",
    type: cloudEventType(type),
    time: "2026-01-05T10:00:00.000Z",
    datacontenttype: "application/json",
    data: exampleData[type],
    ...changes,
  };
}
