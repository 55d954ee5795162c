import type { ConceptMastery } from "@mastery/contracts/mastery";
import { conceptScore, type Score } from "./concept-score.ts";
import type { CourseScale, ScaledConcept } from "./course-scale.ts";
import { conceptState, type LearnerState } from "./learner-state.ts";
import { masteryThreshold, meetsMastery } from "./mastered.ts";
import type { ModelVersion } from "./model-version.ts";

export type Status = ConceptMastery["status"];

const reviewAheadMs = 7 * 86_400_000;
const prerequisiteScoreMin = 0.5;

/**
 * Where a learner stands with a concept. Once mastered it stays so until the forecast for the next seven days falls
 * under the threshold. What a learner has proved counts even where a prerequisite is missing.
 */
export function statusOf(
  model: ModelVersion,
  state: LearnerState,
  concept: ScaledConcept,
  at: number,
  scoreOf: (concept: string) => Score | undefined,
): Status {
  const known = conceptState(state, concept.concept);
  if (known && (known.masteredAt !== null || meetsMastery(model, state, concept, at))) {
    // Forecasts only fall with time, so the seventh day is the lowest.
    const ahead = conceptScore(model, state, concept, at + reviewAheadMs).score;
    return ahead < masteryThreshold ? "review" : "mastered";
  }
  if (concept.prerequisites.some((id) => isMissing(scoreOf(id)))) return "locked";
  return known ? "learning" : "ready";
}

/** Whether a prerequisite with this score still locks what builds on it. One outside the course cannot. */
export function isMissing(score: Score | undefined): boolean {
  return score !== undefined && (score.evidence === "none" || score.score < prerequisiteScoreMin);
}

/** Looks scores up by concept, computing each at most once. */
export function scoresOf(
  model: ModelVersion,
  state: LearnerState,
  course: CourseScale,
  at: number,
): (concept: string) => Score | undefined {
  const scores = new Map<string, Score>();
  return (id) => {
    const concept = course.concepts.get(id);
    if (!concept) return undefined;
    const known = scores.get(id) ?? conceptScore(model, state, concept, at);
    scores.set(id, known);
    return known;
  };
}
