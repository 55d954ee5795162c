import type { Evidence } from "@mastery/contracts/mastery";
import type { ScoredExercise } from "./attempt.ts";
import { features } from "./features.ts";
import { conceptState, type LearnerState } from "./learner-state.ts";
import { logistic } from "./logistic.ts";
import type { ModelVersion } from "./model-version.ts";
import { evidenceOf, interval, logitVariance } from "./uncertainty.ts";

export interface Prediction {
  readonly p: number;
  /** The 80 % interval that holds `p`. */
  readonly low: number;
  readonly high: number;
  readonly evidence: Evidence;
}

/** How likely this learner passes an exercise at a time (epoch milliseconds, now or later). */
export function predict(
  model: ModelVersion,
  state: LearnerState,
  exercise: ScoredExercise,
  at: number,
): Prediction {
  const logit = successLogit(model, state, exercise, at);
  return {
    p: logistic(logit),
    ...interval(logit, logitVariance(model, state, exercise, at)),
    evidence: evidenceOf(fewestAttempts(state, exercise)),
  };
}

export function successLogit(
  model: ModelVersion,
  state: LearnerState,
  exercise: ScoredExercise,
  at: number,
): number {
  const inputs = features(state, exercise, at);
  let logit = 0;
  for (let i = 0; i < inputs.length; i += 1) logit += (inputs[i] ?? 0) * (model.weights[i] ?? 0);
  return logit;
}

/** An exercise is known as well as the least known of its concepts. */
function fewestAttempts(state: LearnerState, exercise: ScoredExercise): number {
  let fewest = Infinity;
  for (const { concept } of exercise.concepts) {
    fewest = Math.min(fewest, conceptState(state, concept)?.attempts ?? 0);
  }
  return Number.isFinite(fewest) ? fewest : 0;
}
