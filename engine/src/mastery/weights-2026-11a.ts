import type { NamedWeights } from "./model-version.ts";

/**
 * Weights of version 2026-11a, fitted on simulated learners and not validated on real learners of Python: good enough
 * to start with, until a refit on real attempts replaces them. `fitOnSimulatedLearners(fitSettings)` printed exactly
 * these numbers: 52904 first attempts, log loss 0.3853 on them, 0.4479 for always predicting their mean.
 */
export const weights2026November: NamedWeights = {
  bias: 0.1712,
  exerciseAttempts: -0.0105,
  exerciseWins: 1.543,
  conceptAttempts: -0.0192,
  conceptWins: 0.4202,
  learnerAttempts: -0.7865,
  learnerWins: 0.8223,
  conceptRecency: 0.0263,
  conceptUnseen: -0.0026,
  learnerRecency: 0.1114,
  passed1: 0.0336,
  passed2: 0.0085,
  passed3: 0.006,
  passed4: 0.0044,
  passed5: 0.0035,
  failed1: -0.023,
  failed2: -0.0028,
  failed3: -0.0011,
  failed4: -0.0004,
  failed5: -0.0001,
  lastTen: 0.0991,
  eloLearner: 1.2956,
  eloConcept: 0.0561,
  ease: 0.2565,
  difficulty: -0.9663,
  gap: -0.0923,
  gapPerWins: -0.1197,
  gapRecency: 0.0199,
};
