import { z } from "zod";
import { ConceptName, ExerciseStatus } from "./exercise.ts";
import { Id, Share, Slug } from "./id.ts";

export const RecommendationKind = z.enum([
  "right-level",
  "forgetting",
  "unblocks",
  "uncertain",
  "exploration",
]);
export type RecommendationKind = z.infer<typeof RecommendationKind>;

export const Recommendation = z.object({
  id: Id,
  exercise: Slug,
  title: z.string(),
  difficulty: z.int().min(1).max(9),
  status: ExerciseStatus,
  concepts: z.array(ConceptName),
  pSuccess: Share,
  reason: z.object({ kind: RecommendationKind, text: z.string() }),
});
export type Recommendation = z.infer<typeof Recommendation>;

export const Recommendations = z.object({
  items: z.array(Recommendation),
  /** How many were ever shown to this learner in this course, and how many of those were accepted. */
  shown: z.int().min(0),
  accepted: z.int().min(0),
});
export type Recommendations = z.infer<typeof Recommendations>;
