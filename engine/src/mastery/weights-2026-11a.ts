import type { NamedWeights } from "./model-version.ts";

/**
 * Weights of version 2026-11a, fitted on simulated learners and not validated on real learners of Python: good enough
 * to start with, until a refit on real attempts replaces them. `fitOnSimulatedLearners(fitSettings)` printed exactly
 * these numbers: 53037 first attempts, log loss 0.3929 on them, 0.4543 for always predicting their mean.
 */
export const weights2026November: NamedWeights = {
  bias: 0.1693,
  exerciseAttempts: -0.0072,
  exerciseWins: 1.5701,
  conceptAttempts: -0.0783,
  conceptWins: 0.4968,
  learnerAttempts: -0.837,
  learnerWins: 0.8664,
  conceptRecency: 0.0701,
  conceptUnseen: -0.0072,
  learnerRecency: 0.0267,
  passed1: 0.0885,
  passed2: 0.0072,
  passed3: 0.005,
  passed4: 0.0035,
  passed5: 0.0027,
  failed1: -0.027,
  failed2: -0.0051,
  failed3: -0.0016,
  failed4: -0.0006,
  failed5: -0.0001,
  lastTen: 0.0317,
  eloLearner: 0.9633,
  eloConcept: 0.4158,
  ease: 0.233,
  difficulty: -0.9387,
  gap: -0.0789,
  gapPerWins: -0.1261,
  gapRecency: 0.0206,
};
