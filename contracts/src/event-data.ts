import { z } from "zod";
import { ConceptStatus } from "./exercise.ts";
import { FlagName } from "./flag.ts";
import { Id, Instant, Share, Slug } from "./id.ts";
import { Estimate } from "./mastery.ts";
import { MasteryChange, SubmissionStatus, TestStatus, TestVisibility, Verdict } from "./submission.ts";

const ofSubmission = { submissionId: Id, course: Slug, exercise: Slug, title: z.string() };

/** What each event type carries, version 1. A change that old readers cannot parse is a new version. */
export const eventData = {
  "submission.queued": z.object({ ...ofSubmission }),
  "submission.running": z.object({ ...ofSubmission, tests: z.int().min(0) }),
  "submission.graded": z.object({
    ...ofSubmission,
    status: Verdict,
    passed: z.int().min(0),
    total: z.int().min(0),
    durationMs: z.number().min(0),
    mastery: z.array(MasteryChange),
  }),
  "mastery.updated": z.object({
    course: Slug,
    /** The submission that moved it, where one did. */
    submissionId: Id.optional(),
    overall: Estimate.extend({ before: Share }),
    concepts: z.array(
      Estimate.extend({
        concept: Id,
        name: z.string(),
        before: Share,
        status: ConceptStatus,
        attempts: z.int().min(0),
      }),
    ),
    /** One sentence for people: why it moved. */
    reason: z.string(),
  }),
  "class.activity": z.object({
    classId: Id,
    studentId: Id,
    displayName: z.string(),
    exercise: Slug,
    title: z.string(),
    status: SubmissionStatus,
    overall: Estimate,
    at: Instant,
  }),
  "submission.progress": z.object({
    submissionId: Id,
    exercise: Slug,
    /** Position of the test, from 0, among `total`. */
    index: z.int().min(0),
    total: z.int().min(1),
    test: z.object({
      name: z.string(),
      visibility: TestVisibility,
      status: TestStatus,
      durationMs: z.number().min(0),
    }),
  }),
  "system.notice": z.object({ level: z.enum(["info", "warning"]), text: z.string() }),
  "skills.changed": z.object({ skill: z.string(), version: z.string() }),
  "flags.changed": z.object({ names: z.array(FlagName) }),
} as const;

export type EventType = keyof typeof eventData;
export type EventData<T extends EventType = EventType> = z.infer<(typeof eventData)[T]>;
export const EventType = z.enum(Object.keys(eventData) as [EventType, ...EventType[]]); // keys of a const object are exactly EventType
