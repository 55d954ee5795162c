import { conceptScore, type ConceptMeasure } from "./concept-score.ts";
import { conceptState, type LearnerState } from "./learner-state.ts";
import type { ModelVersion } from "./model-version.ts";

/** Where mastery begins: the notch on every gauge. */
export const masteryThreshold = 0.8;
const solvedMin = 3;
const daysMin = 2;

/** Mastery: even the lower bound is past the threshold, on three distinct exercises, on two days. */
export function meetsMastery(
  model: ModelVersion,
  state: LearnerState,
  measure: ConceptMeasure,
  at: number,
): boolean {
  const concept = conceptState(state, measure.concept);
  if (!concept || concept.solved < solvedMin || concept.days < daysMin) return false;
  return conceptScore(model, state, measure, at).low >= masteryThreshold;
}
