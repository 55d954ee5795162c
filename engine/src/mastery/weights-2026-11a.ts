import type { NamedWeights } from "./features.ts";

/**
 * Weights of version 2026-11a, fitted on simulated learners and not validated on real learners of Python: good enough
 * to start with, until a refit on real attempts replaces them. `fitOnSimulatedLearners()` printed exactly
 * these numbers: 52932 first attempts, log loss 0.3891 on them, 0.4498 for always predicting their mean.
 */
export const weights2026November: NamedWeights = {
  bias: 0.2205,
  exerciseAttempts: -0.0092,
  exerciseWins: 1.5543,
  conceptAttempts: -0.0323,
  conceptWins: 0.4419,
  learnerAttempts: -0.8385,
  learnerWins: 0.8716,
  conceptRecency: 0.0218,
  conceptUnseen: -0.0021,
  learnerRecency: 0.0564,
  passed1: 0.0572,
  passed2: 0.0074,
  passed3: 0.0051,
  passed4: 0.0036,
  passed5: 0.0028,
  failed1: -0.0182,
  failed2: -0.0023,
  failed3: -0.0008,
  failed4: -0.0002,
  failed5: -0.0001,
  lastTen: 0.1141,
  eloLearner: 1.1315,
  eloConcept: 0.2188,
  ease: 0.2059,
  difficulty: -0.9324,
  gap: -0.0737,
  gapPerWins: -0.1444,
  gapRecency: 0.0139,
};
