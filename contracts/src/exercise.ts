import { z } from "zod";
import { Id, Instant, Share, Slug } from "./id.ts";

export const ConceptStatus = z.enum(["locked", "ready", "learning", "mastered", "review"]);
export type ConceptStatus = z.infer<typeof ConceptStatus>;

export const ConceptName = z.object({ concept: Id, name: z.string() });

/** How far the caller got with an exercise. */
export const ExerciseStatus = z.enum(["new", "tried", "passed"]);
export type ExerciseStatus = z.infer<typeof ExerciseStatus>;

export const ExerciseSummary = z.object({
  slug: Slug,
  title: z.string(),
  summary: z.string(),
  concepts: z.array(ConceptName),
  difficulty: z.int().min(1).max(9),
  status: ExerciseStatus,
  /** Whether a prerequisite concept is still missing; the exercise can be opened all the same. */
  locked: z.boolean(),
});
export type ExerciseSummary = z.infer<typeof ExerciseSummary>;

export const ConceptSummary = z.object({
  concept: Id,
  name: z.string(),
  summary: z.string(),
  prerequisites: z.array(Id),
});
export type ConceptSummary = z.infer<typeof ConceptSummary>;

export const Catalogue = z.object({
  course: z.object({ slug: Slug, title: z.string(), concepts: z.array(ConceptSummary) }),
  exercises: z.array(ExerciseSummary),
});
export type Catalogue = z.infer<typeof Catalogue>;

/** What a learner may see of a test before submitting: open tests only. Texts are Python as a learner would type it. */
export const OpenTest = z.object({ name: z.string(), input: z.string(), expected: z.string() });

export const ExerciseDetail = ExerciseSummary.extend({
  course: Slug,
  /** Markdown. */
  instructions: z.string(),
  starterCode: z.string(),
  /** For example `count_words.py`. */
  fileName: z.string(),
  openTests: z.array(OpenTest),
  hiddenTests: z.int().min(0),
  /** Markdown, from the gentlest to the most telling; shown one at a time, on request. */
  hints: z.array(z.string()),
  /** The interpreter that grades, for example `3.11.2`. */
  python: z.string(),
  /** The caller's own last submission of this exercise. */
  last: z.object({ submissionId: Id, code: z.string(), submittedAt: Instant }).optional(),
  pSuccess: Share.optional(),
});
export type ExerciseDetail = z.infer<typeof ExerciseDetail>;
