import { featureNames } from "./features.ts";
import { weights2026November } from "./weights-2026-11a.ts";

/** How wide the learner's own evidence leaves the interval, in logits squared. */
export interface UncertaintyConstants {
  /** What we do not know of a new learner in general, and of a new learner in one concept. */
  readonly learnerVariance: number;
  readonly conceptVariance: number;
  /** What each ln(1 + days) without practice adds. */
  readonly gapVariance: number;
  /** The share of older information that is left after one more attempt, because learners change. */
  readonly learnerFading: number;
  readonly conceptFading: number;
}

/** One version of the model. Its weights stay fixed; the version that scored is stored with every score. */
export interface ModelVersion {
  readonly version: string;
  /** In the order of `featureNames`. */
  readonly weights: readonly number[];
  readonly constants: UncertaintyConstants;
}

/** The version in use. */
export const currentModel: ModelVersion = {
  version: "2026-11a",
  weights: featureNames.map((name) => weights2026November[name]),
  constants: {
    learnerVariance: 0.7,
    conceptVariance: 0.5,
    gapVariance: 0.015,
    learnerFading: 0.99,
    conceptFading: 0.93,
  },
};
