import type { Attempt } from "./attempt.ts";
import { eloExpectation, eloStep } from "./elo.ts";
import type { LearnerState } from "./learner-state.ts";

/** A value that all learners move together: an exercise's difficulty or a concept's ease. */
export interface SharedValue {
  readonly value: number;
  /** Attempts it rests on. */
  readonly count: number;
}

/** Shared values by exercise slug and by concept id; those without a row yet are absent. */
export interface SharedValues {
  readonly difficulty: ReadonlyMap<string, SharedValue>;
  readonly ease: ReadonlyMap<string, SharedValue>;
}

const logitsPerRating = 0.4;
const middleRating = 5;

/** Where an exercise's difficulty starts: the author's rating, 1 to 9, as logits around the middle. */
export function seedDifficulty(rating: number): number {
  return (rating - middleRating) * logitsPerRating;
}

/**
 * The shared values after an attempt, for the attempt's exercise and concepts only. Takes the learner's state from
 * before the attempt, and the attempts each value rests on so far; the values themselves stand in the attempt.
 */
export function updateShared(
  before: LearnerState,
  attempt: Attempt,
  counts: { readonly exercise: number; readonly concept: (concept: string) => number },
): { difficulty: SharedValue; ease: { concept: string; ease: SharedValue }[] } {
  const surprise = attempt.outcome - eloExpectation(before, attempt);
  return {
    difficulty: {
      value: attempt.difficulty - eloStep.difficulty(counts.exercise) * surprise,
      count: counts.exercise + 1,
    },
    ease: attempt.concepts.map(({ concept, ease }) => {
      const count = counts.concept(concept);
      return { concept, ease: { value: ease + eloStep.ease(count) * surprise, count: count + 1 } };
    }),
  };
}
