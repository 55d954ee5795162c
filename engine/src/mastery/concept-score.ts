import type { Estimate } from "@mastery/contracts/mastery";
import type { ScoredExercise } from "./attempt.ts";
import type { LearnerState } from "./learner-state.ts";
import type { ModelVersion } from "./model-version.ts";
import { predict } from "./predict.ts";

export type Score = Readonly<Estimate>;

/** What a concept's score is judged by. */
export interface ConceptMeasure {
  readonly concept: string;
  readonly ease: number;
  readonly typicalDifficulty: number;
}

/** Predicted success on an unseen exercise of the concept's median difficulty. */
export function conceptScore(
  model: ModelVersion,
  state: LearnerState,
  measure: ConceptMeasure,
  at: number,
): Score {
  const { p, low, high, evidence } = predict(model, state, typicalExercise(measure), at);
  return { score: p, low, high, evidence };
}

/** No course has an exercise with an empty name, so this one is always unseen. */
export function typicalExercise(measure: ConceptMeasure): ScoredExercise {
  const { concept, ease, typicalDifficulty } = measure;
  return { exercise: "", difficulty: typicalDifficulty, concepts: [{ concept, ease }] };
}
