import { z } from "zod";
import { ConceptStatus } from "./exercise.ts";
import { Id, Instant, Share, Slug } from "./id.ts";

/** `none`: never practised; `low`: under five attempts; `enough`: five or more. */
export const Evidence = z.enum(["none", "low", "enough"]);
export type Evidence = z.infer<typeof Evidence>;

/** A score with the 80 % interval that holds it. */
export const Estimate = z.object({ score: Share, low: Share, high: Share, evidence: Evidence });
export type Estimate = z.infer<typeof Estimate>;

/** One reason for a score: a sentence, and its effect on the logit scale (positive raises the score). */
export const Because = z.object({ text: z.string(), effect: z.number() });
export type Because = z.infer<typeof Because>;

export const ConceptMastery = Estimate.extend({
  concept: Id,
  name: z.string(),
  status: ConceptStatus,
  attempts: z.int().min(0),
  lastPractisedAt: Instant.optional(),
  because: z.array(Because),
});
export type ConceptMastery = z.infer<typeof ConceptMastery>;

export const MasterySnapshot = z.object({
  studentId: Id,
  course: Slug,
  calculatedAt: Instant,
  /** Number of the last event this snapshot contains, in the learner's stream; 0 before the first. */
  asOfEvent: z.int().min(0),
  modelVersion: z.string(),
  overall: Estimate,
  concepts: z.array(ConceptMastery),
  /** Days with practice among the last seven in the learner's time zone, oldest first. */
  practisedDays: z.array(z.boolean()).length(7),
  /** Consecutive days practised up to today or yesterday. */
  streakDays: z.int().min(0),
});
export type MasterySnapshot = z.infer<typeof MasterySnapshot>;
