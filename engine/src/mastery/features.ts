import type { ScoredExercise } from "./attempt.ts";
import { conceptState, exerciseState, type LearnerState, usualSuccess } from "./learner-state.ts";

/** Every input of the regression, in the order of the weight vector. Each has one weight on the logit scale. */
export const featureNames = [
  "bias",
  "exerciseAttempts",
  "exerciseWins",
  "conceptAttempts",
  "conceptWins",
  "learnerAttempts",
  "learnerWins",
  "conceptRecency",
  "conceptUnseen",
  "learnerRecency",
  "passed1",
  "passed2",
  "passed3",
  "passed4",
  "passed5",
  "failed1",
  "failed2",
  "failed3",
  "failed4",
  "failed5",
  "lastTen",
  "eloLearner",
  "eloConcept",
  "ease",
  "difficulty",
  "gap",
  "gapPerWins",
  "gapRecency",
] as const;
export type FeatureName = (typeof featureNames)[number];
export type NamedWeights = Readonly<Record<FeatureName, number>>;

const dayMs = 86_400_000;
/** Absence beyond a year tells nothing more. */
const gapDaysMax = 365;
/** How much forgetting there is at most for each ln(1 + wins): nobody forgets more than they learned. */
export const gapPerLnWinsMax = 2;
const shortMemory = 5;
const longMemory = 10;

/** ln(1 + days) since forgetting began to count. A clock that went backwards is no gap. */
export function gapOf(refreshedAt: number, at: number): number {
  return Math.log1p(Math.min(gapDaysMax, Math.max(0, at - refreshedAt) / dayMs));
}

/**
 * The inputs for one exercise at one time, in the order of `featureNames`. Those of an exercise's concepts are
 * averaged, so that exercises of one and of three concepts stand on the same scale.
 */
export function features(state: LearnerState, exercise: ScoredExercise, at: number): number[] {
  const { learner } = state;
  const own = exerciseState(state, exercise.exercise);
  let attempts = 0;
  let wins = 0;
  let recency = 0;
  let unseen = 0;
  let theta = 0;
  let ease = 0;
  let gap = 0;
  let gapPerWins = 0;
  let gapRecency = 0;
  for (const part of exercise.concepts) {
    ease += part.ease;
    const concept = conceptState(state, part.concept);
    if (!concept) {
      unseen += 1;
      continue;
    }
    const lnWins = Math.log1p(concept.wins);
    const conceptGap = Math.min(gapPerLnWinsMax * lnWins, gapOf(concept.refreshedAt, at));
    attempts += Math.log1p(concept.attempts);
    wins += lnWins;
    recency += concept.recency - usualSuccess;
    theta += concept.theta;
    gap += conceptGap;
    gapPerWins += conceptGap / (1 + lnWins);
    gapRecency += conceptGap * (concept.recency - usualSuccess);
  }
  const n = Math.max(1, exercise.concepts.length);
  const passed = (lag: number): number => (learner.attempts >= lag ? (learner.recent >> (lag - 1)) & 1 : 0);
  const failed = (lag: number): number => (learner.attempts >= lag ? 1 - passed(lag) : 0);
  const remembered = Math.min(longMemory, learner.attempts);
  return [
    1,
    Math.log1p(own?.attempts ?? 0),
    Math.log1p(own?.wins ?? 0),
    attempts / n,
    wins / n,
    Math.log1p(learner.attempts),
    Math.log1p(learner.wins),
    recency / n,
    unseen / n,
    learner.recency - usualSuccess,
    passed(1),
    passed(2),
    passed(3),
    passed(4),
    passed(5),
    failed(1),
    failed(2),
    failed(3),
    failed(4),
    failed(5),
    remembered === 0 ? 0 : ones(learner.recent) / remembered - usualSuccess,
    learner.elo,
    theta / n,
    ease / n,
    exercise.difficulty,
    gap / n,
    gapPerWins / n,
    gapRecency / n,
  ];
}

/** The outcomes with one more in front: the last five of a concept, the last ten of a learner. */
export function remember(recent: number, outcome: number, of: "concept" | "learner"): number {
  return ((recent << 1) | outcome) & ((1 << (of === "concept" ? shortMemory : longMemory)) - 1);
}

/** How many of the remembered outcomes were successes. */
export function ones(bits: number): number {
  let count = 0;
  for (let rest = bits; rest > 0; rest >>= 1) count += rest & 1;
  return count;
}
