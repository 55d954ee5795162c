import { featureNames, features, type NamedWeights } from "./features.ts";
import { type FitRow, fitWeights, logLoss } from "./fit-weights.ts";
import { currentModel } from "./model-version.ts";
import { simulateClass, simulatedCourse } from "./simulated-class.ts";
import { limitWeights } from "./weight-limits.ts";

export interface SimulatedFit {
  readonly weights: NamedWeights;
  readonly attempts: number;
  /** Mean log loss on the same rows, and that of always predicting their mean. */
  readonly logLoss: number;
  readonly baseline: number;
}

/** What version 2026-11a was fitted with. */
const fitSettings = { seed: 20261101, learnersPerCourse: 500, epochs: 10 } as const;
const until = Date.UTC(2026, 10, 1);
const decimals = 4;

/** Fits weights, from zero, on simulated learners in three courses of different shape. Nobody in them is real. */
export function fitOnSimulatedLearners(
  settings: { seed: number; learnersPerCourse: number; epochs: number } = fitSettings,
): SimulatedFit {
  const rows: FitRow[] = [];
  const courses = [simulatedCourse(8, 3), simulatedCourse(10, 6), simulatedCourse(14, 4)];
  for (const [i, course] of courses.entries()) {
    const input = { seed: settings.seed + i, learners: settings.learnersPerCourse, course, until };
    simulateClass(currentModel, input, (before, attempt, first) => {
      if (first) rows.push({ inputs: features(before, attempt, attempt.at), outcome: attempt.outcome });
    });
  }
  const fitted = fitWeights(rows, settings.epochs).map((weight) => Number(weight.toFixed(decimals)));
  limitWeights(fitted);
  const mean = rows.reduce((sum, { outcome }) => sum + outcome, 0) / Math.max(1, rows.length);
  const weights = Object.fromEntries(featureNames.map((name, i) => [name, fitted[i] ?? 0]));
  return {
    weights: weights as NamedWeights, // one entry for each feature name
    attempts: rows.length,
    logLoss: logLoss(rows, fitted),
    baseline: -(mean * Math.log(mean) + (1 - mean) * Math.log(1 - mean)),
  };
}
