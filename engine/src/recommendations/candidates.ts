import type { ScoredExercise } from "../mastery/attempt.ts";
import type { ScaledConcept } from "../mastery/course-scale.ts";
import { exerciseState } from "../mastery/learner-state.ts";
import { isMissing, scoresOf, statusOf, type Status } from "../mastery/status.ts";
import type { RecommendInput } from "./recommend-input.ts";

/** An exercise that may be suggested, with what speaks for it in the course's map. */
export interface Candidate {
  readonly scored: ScoredExercise;
  readonly concepts: readonly ScaledConcept[];
  /** Its mastered concepts that are about to slip. */
  readonly slipping: readonly ScaledConcept[];
  /** Concepts that stay locked until one of its concepts is better known. */
  readonly unblocks: readonly ScaledConcept[];
}

/**
 * Exercises not passed yet whose concepts are all open, and passed ones that review a mastered concept about to slip.
 * Dismissed ones are neither.
 */
export function candidatesOf(
  input: Pick<RecommendInput, "model" | "state" | "course" | "at" | "dismissed">,
): Candidate[] {
  const { model, state, course, at, dismissed } = input;
  const scoreOf = scoresOf(model, state, course, at);
  const statuses = new Map<string, Status>();
  for (const concept of course.concepts.values()) {
    statuses.set(concept.concept, statusOf(model, state, concept, at, scoreOf));
  }
  const locked = [...course.concepts.values()].filter(({ concept }) => statuses.get(concept) === "locked");
  const candidates: Candidate[] = [];
  for (const scored of course.exercises.values()) {
    const ids = scored.concepts.map(({ concept }) => concept);
    if (dismissed.has(scored.exercise) || ids.some((id) => statuses.get(id) === "locked")) continue;
    const concepts = ids.flatMap((id) => course.concepts.get(id) ?? []);
    const slipping = concepts.filter(({ concept }) => statuses.get(concept) === "review");
    const passed = (exerciseState(state, scored.exercise)?.wins ?? 0) > 0;
    if (passed && slipping.length === 0) continue;
    const unblocks = locked.filter(({ prerequisites }) =>
      prerequisites.some((id) => ids.includes(id) && isMissing(scoreOf(id))),
    );
    candidates.push({ scored, concepts, slipping, unblocks });
  }
  return candidates;
}
