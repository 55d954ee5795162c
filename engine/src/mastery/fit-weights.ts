import { logistic } from "./logistic.ts";
import { limitWeights } from "./weight-limits.ts";

/** One attempt as the regression sees it. */
export interface FitRow {
  readonly inputs: readonly number[];
  readonly outcome: 0 | 1;
}

/** A weight vector that learns from each attempt it sees. */
export interface WeightLearner {
  readonly weights: readonly number[];
  /** Predicts the outcome, learns from it, and answers with the prediction. */
  readonly learn: (row: FitRow) => number;
}

const rate = 0.15;
const firstAccumulator = 0.05;
/** Pull towards zero in a batch fit, shared among its rows; it settles what inputs that move together cannot. */
const decayOfAll = 30;

/** AdaGrad on the log loss plus `decay` times the squared weights, kept within the limits after every step. */
export function weightLearner(start: readonly number[], decay = 0): WeightLearner {
  const weights = [...start];
  const accumulators = weights.map(() => firstAccumulator);
  return {
    weights,
    learn: ({ inputs, outcome }) => {
      const p = logistic(dot(weights, inputs));
      for (let i = 0; i < inputs.length; i += 1) {
        const gradient = (p - outcome) * (inputs[i] ?? 0) + decay * (weights[i] ?? 0);
        if (gradient === 0) continue;
        const accumulated = (accumulators[i] ?? firstAccumulator) + gradient * gradient;
        accumulators[i] = accumulated;
        weights[i] = (weights[i] ?? 0) - (rate * gradient) / Math.sqrt(accumulated);
      }
      limitWeights(weights);
      return p;
    },
  };
}

/** Goes through the rows so many times and averages the weights over the last time, so that no attempt sets them. */
export function fitWeights(rows: readonly FitRow[], epochs: number): number[] {
  const width = rows[0]?.inputs.length ?? 0;
  const learner = weightLearner(
    Array.from({ length: width }, () => 0),
    decayOfAll / Math.max(1, rows.length),
  );
  const sums = Array.from({ length: width }, () => 0);
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    for (const row of rows) {
      learner.learn(row);
      if (epoch < epochs) continue;
      for (let i = 0; i < width; i += 1) sums[i] = (sums[i] ?? 0) + (learner.weights[i] ?? 0);
    }
  }
  return sums.map((sum) => sum / Math.max(1, rows.length));
}

/** Mean log loss, in nats. */
export function logLoss(rows: readonly FitRow[], weights: readonly number[]): number {
  let loss = 0;
  for (const { inputs, outcome } of rows) {
    const p = logistic(dot(weights, inputs));
    loss -= Math.log(outcome === 1 ? p : 1 - p);
  }
  return loss / Math.max(1, rows.length);
}

function dot(weights: readonly number[], inputs: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < inputs.length; i += 1) sum += (inputs[i] ?? 0) * (weights[i] ?? 0);
  return sum;
}
