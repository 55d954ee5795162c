import { conceptScore, type Score } from "./concept-score.ts";
import type { CourseScale } from "./course-scale.ts";
import type { LearnerState } from "./learner-state.ts";
import { logit as logitOf } from "./logistic.ts";
import type { ModelVersion } from "./model-version.ts";
import { conceptVariance, evidenceOf, interval, learnerVariance } from "./uncertainty.ts";

/**
 * The mean over the course's concepts, unseen ones included. What we do not know of the learner in general moves all
 * concepts together and stays; what we do not know of single concepts evens out (delta method, back on the logit).
 */
export function overall(
  model: ModelVersion,
  state: LearnerState,
  at: number,
  course: CourseScale,
  scoreOf?: (concept: string) => Score | undefined,
): Score {
  let sum = 0;
  let slopes = 0;
  let ownVariance = 0;
  for (const concept of course.concepts.values()) {
    const { score } = scoreOf?.(concept.concept) ?? conceptScore(model, state, concept, at);
    const slope = score * (1 - score);
    sum += score;
    slopes += slope;
    ownVariance += slope * slope * conceptVariance(model, state, concept.concept, at);
  }
  const evidence = evidenceOf(state.learner.attempts);
  const n = course.concepts.size;
  if (n === 0) return { score: 0, low: 0, high: 0, evidence };
  const score = sum / n;
  const variance = (slopes / n) ** 2 * learnerVariance(model, state) + ownVariance / (n * n);
  const slope = Math.max(1e-9, score * (1 - score));
  const { low, high } = interval(logitOf(score), variance / (slope * slope));
  return { score, low: Math.min(low, score), high: Math.max(high, score), evidence };
}
