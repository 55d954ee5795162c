import type { Because } from "@mastery/contracts/mastery";
import { because } from "./because.ts";
import type { Score } from "./concept-score.ts";
import type { CourseScale } from "./course-scale.ts";
import type { LearnerState } from "./learner-state.ts";
import type { ModelVersion } from "./model-version.ts";
import { scoresOf, statusOf, type Status } from "./status.ts";

export interface Mastery extends Score {
  readonly status: Status;
  /** The largest reasons first, in words for the learner. */
  readonly because: Because[];
}

/** Where a learner stands with one concept, or undefined when the course has no such concept. */
export function mastery(
  model: ModelVersion,
  state: LearnerState,
  concept: string,
  at: number,
  course: CourseScale,
  scoreOf: (concept: string) => Score | undefined = scoresOf(model, state, course, at),
): Mastery | undefined {
  const scaled = course.concepts.get(concept);
  const score = scoreOf(concept);
  if (!scaled || !score) return undefined;
  return {
    ...score,
    status: statusOf(model, state, scaled, at, scoreOf),
    because: because(model, state, scaled, at),
  };
}
