import type { NamedWeights } from "./model-version.ts";

/**
 * Weights of version 2026-11a, fitted on simulated learners and not validated on real learners of Python: good enough
 * to start with, until a refit on real attempts replaces them. `fitOnSimulatedLearners(fitSettings)` printed exactly
 * these numbers: 52904 first attempts, log loss 0.3904 on them, 0.4479 for always predicting their mean.
 */
export const weights2026November: NamedWeights = {
  bias: 0.2694,
  exerciseAttempts: -0.0111,
  exerciseWins: 1.5819,
  conceptAttempts: -0.0316,
  conceptWins: 0.4602,
  learnerAttempts: -0.8324,
  learnerWins: 0.8746,
  conceptRecency: 0.0415,
  conceptUnseen: -0.0036,
  learnerRecency: 0.1765,
  passed1: 0.0174,
  passed2: 0.0112,
  passed3: 0.0079,
  passed4: 0.0058,
  passed5: 0.0042,
  failed1: -0.0077,
  failed2: -0.0029,
  failed3: -0.0015,
  failed4: -0.0008,
  failed5: -0.0004,
  lastTen: 0.0158,
  eloLearner: 0.3885,
  eloConcept: 0.3554,
  ease: 0.1776,
  difficulty: -0.956,
  gap: -0.0933,
  gapPerWins: -0.1216,
  gapRecency: 0.0267,
};
