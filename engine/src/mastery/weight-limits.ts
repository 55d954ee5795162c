import { featureNames, gapPerLnWinsMax, type FeatureName } from "./features.ts";

const index = (name: FeatureName): number => featureNames.indexOf(name);
const forgetting = [index("gap"), index("gapPerWins"), index("gapRecency")] as const;
const counts = [
  [index("exerciseAttempts"), index("exerciseWins")],
  [index("conceptAttempts"), index("conceptWins")],
  [index("learnerAttempts"), index("learnerWins")],
] as const;
const neverNegative = (
  ["conceptRecency", "learnerRecency", "lastTen", "eloLearner", "eloConcept", "ease"] as const
).map(index);
const passed1 = index("passed1");
const failed1 = index("failed1");
const lags = 5;

/**
 * Moves weights to where the promised properties hold whatever happens: a pass never lowers, a failure never raises,
 * time never raises. Changes the given array; weights within the limits stay as they are.
 */
export function limitWeights(weights: number[]): void {
  const at = (i: number): number => weights[i] ?? 0;
  const clamp = (i: number, low: number, high: number): void => {
    weights[i] = Math.min(high, Math.max(low, at(i)));
  };
  for (const i of neverNegative) clamp(i, 0, Infinity);
  clamp(index("difficulty"), -Infinity, 0);
  // A pass moves both counts, and ln(1 + wins) at least as far as ln(1 + attempts); a failure moves attempts only.
  for (const [attempts, wins] of counts) {
    clamp(attempts, -Infinity, 0);
    clamp(wins, -at(attempts), Infinity);
  }
  // A new outcome pushes the others one place back, so a later place may never weigh more than an earlier one.
  for (let lag = 0; lag < lags; lag += 1) {
    clamp(passed1 + lag, 0, lag === 0 ? Infinity : at(passed1 + lag - 1));
    clamp(failed1 + lag, lag === 0 ? -Infinity : at(failed1 + lag - 1), 0);
  }
  // The first attempt ends "unseen" and moves the recency mean from .65 to .825 or .325.
  const recency = at(index("conceptRecency"));
  clamp(index("conceptUnseen"), -0.325 * recency, 0.175 * recency);
  limitForgetting(weights);
}

/**
 * The slope of forgetting is gap + gapPerWins / (1 + ln(1 + wins)) + gapRecency * (recency - .65). A pass
 * flattens it, and even the strongest never gains by waiting.
 */
function limitForgetting(weights: number[]): void {
  const [gap, perWins, byRecency] = forgetting;
  const at = (i: number): number => weights[i] ?? 0;
  weights[byRecency] = Math.max(0, at(byRecency));
  weights[perWins] = Math.min(0, at(perWins));
  weights[gap] = Math.min(-0.35 * at(byRecency), at(gap));
  // A pass lets more be forgotten later, in proportion to what it brings: it must bring more than that.
  const steepest = -(at(gap) + at(perWins) / (1 + Math.LN2) - 0.65 * at(byRecency));
  const brought = at(index("conceptAttempts")) + at(index("conceptWins"));
  const kept = Math.min(1, brought / (gapPerLnWinsMax * steepest || 1));
  for (const i of forgetting) weights[i] = at(i) * kept;
}
