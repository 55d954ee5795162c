import { z } from "zod";
import { Id, Instant, Slug } from "./id.ts";
import { Estimate } from "./mastery.ts";
import { SubmissionStatus } from "./submission.ts";

export const ClassSummary = z.object({
  classId: Id,
  name: z.string(),
  course: Slug,
  learners: z.int().min(0),
});

export const ClassList = z.object({ classes: z.array(ClassSummary) });

export const ClassMember = z.object({
  studentId: Id,
  displayName: z.string(),
  overall: Estimate,
  lastActiveAt: Instant.optional(),
  /** The newest submission, if any. */
  last: z.object({ exercise: Slug, title: z.string(), status: SubmissionStatus, at: Instant }).optional(),
  demo: z.boolean(),
});
export type ClassMember = z.infer<typeof ClassMember>;

export const ClassView = z.object({
  classId: Id,
  name: z.string(),
  course: Slug,
  courseTitle: z.string(),
  inviteCode: z.string(),
  /** Number of the last class event this view contains; 0 before the first. */
  asOfEvent: z.int().min(0),
  members: z.array(ClassMember),
});
export type ClassView = z.infer<typeof ClassView>;
