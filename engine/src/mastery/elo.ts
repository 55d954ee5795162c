import type { ScoredExercise } from "./attempt.ts";
import { conceptState, type LearnerState, usualSuccess } from "./learner-state.ts";
import { logistic } from "./logistic.ts";

/** How far each Elo rating moves at most, shrinking with the number of attempts it rests on. */
export const eloStep = {
  learner: (attempts: number): number => 0.24 / (1 + 0.02 * attempts),
  concept: (attempts: number): number => Math.max(0.25, 0.8 / (1 + 0.06 * attempts)),
  ease: (attempts: number): number => 0.3 / (1 + 0.02 * attempts),
  difficulty: (attempts: number): number => 0.5 / (1 + 0.05 * attempts),
} as const;

/** The success that the Elo ratings alone expect. */
export function eloExpectation(state: LearnerState, exercise: ScoredExercise): number {
  let theta = 0;
  let ease = 0;
  for (const { concept, ease: conceptEase } of exercise.concepts) {
    theta += conceptState(state, concept)?.theta ?? 0;
    ease += conceptEase;
  }
  const n = Math.max(1, exercise.concepts.length);
  return logistic(usualSuccess + state.learner.elo + theta / n + ease / n - exercise.difficulty);
}
