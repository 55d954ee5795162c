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
 * Exercises whose concepts are all open: those not passed yet, and passed ones that review a mastered concept about to
 * slip or strengthen one that others wait for. When none is left, every passed one with a concept still to master:
 * somebody who wants to practise is never sent away. Dismissed ones are never among them.
 */
export function candidatesOf(
  input: Pick<RecommendInput, "model" | "state" | "course" | "at" | "dismissed">,
): Candidate[] {
  const open = openExercises(input);
  const wanted = open.filter(
    ({ passed, slipping, unblocks }) => !passed || slipping.length > 0 || unblocks.length > 0,
  );
  return wanted.length > 0 ? wanted : open.filter(({ mastered }) => !mastered);
}

interface OpenExercise extends Candidate {
  readonly passed: boolean;
  /** Whether all of its concepts are mastered. */
  readonly mastered: boolean;
}

function openExercises(
  input: Pick<RecommendInput, "model" | "state" | "course" | "at" | "dismissed">,
): OpenExercise[] {
  const { model, state, course, at, dismissed } = input;
  const scoreOf = scoresOf(model, state, course, at);
  const statuses = new Map<string, Status>();
  for (const concept of course.concepts.values()) {
    statuses.set(concept.concept, statusOf(model, state, concept, at, scoreOf));
  }
  const locked = [...course.concepts.values()].filter(({ concept }) => statuses.get(concept) === "locked");
  const open: OpenExercise[] = [];
  for (const scored of course.exercises.values()) {
    const ids = scored.concepts.map(({ concept }) => concept);
    if (dismissed.has(scored.exercise) || ids.some((id) => statuses.get(id) === "locked")) continue;
    const concepts = ids.flatMap((id) => course.concepts.get(id) ?? []);
    open.push({
      scored,
      concepts,
      slipping: concepts.filter(({ concept }) => statuses.get(concept) === "review"),
      unblocks: locked.filter(({ prerequisites }) =>
        prerequisites.some((id) => ids.includes(id) && isMissing(scoreOf(id))),
      ),
      passed: (exerciseState(state, scored.exercise)?.wins ?? 0) > 0,
      mastered: ids.every((id) => statuses.get(id) === "mastered"),
    });
  }
  return open;
}
