import type { CourseScale } from "../mastery/course-scale.ts";
import type { LearnerState } from "../mastery/learner-state.ts";
import type { ModelVersion } from "../mastery/model-version.ts";

/** Everything a recommendation rests on; the random source is the caller's, so that a seed repeats it. */
export interface RecommendInput {
  readonly model: ModelVersion;
  readonly state: LearnerState;
  readonly course: CourseScale;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many to suggest at most. */
  readonly limit: number;
  /** Exercises the learner said "not now" to. */
  readonly dismissed: ReadonlySet<string>;
  /** Exercises the learner tried lately, the newest first; they step back for a while. */
  readonly recent: readonly string[];
  /** Uniform in [0, 1). Called once for each slot, and once more for a slot left to chance. */
  readonly random: () => number;
}
