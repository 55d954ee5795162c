import type { Attempt, Outcome, ScoredExercise } from "./attempt.ts";
import { dayIn } from "./practised-days.ts";
import { seedDifficulty, type SharedValues } from "./shared-values.ts";

/** What the model needs to know of a course. */
export interface CourseOutline {
  readonly concepts: readonly ConceptOutline[];
  readonly exercises: readonly ExerciseOutline[];
}
export interface ConceptOutline {
  readonly concept: string;
  readonly name: string;
  readonly prerequisites: readonly string[];
}
export interface ExerciseOutline {
  readonly slug: string;
  readonly concepts: readonly string[];
  /** The author's rating, 1 to 9. */
  readonly difficulty: number;
}

export interface ScaledConcept extends ConceptOutline {
  readonly ease: number;
  readonly typicalDifficulty: number;
}

/** A course with the present difficulty of each exercise and the ease of each concept. */
export interface CourseScale {
  readonly concepts: ReadonlyMap<string, ScaledConcept>;
  readonly exercises: ReadonlyMap<string, ScoredExercise>;
}

/** Puts a course on the Elo scale. Exercises without a shared value yet are seeded from the author's rating. */
export function scaleCourse(course: CourseOutline, shared: SharedValues): CourseScale {
  const easeOf = (concept: string): number => shared.ease.get(concept)?.value ?? 0;
  const exercises = new Map<string, ScoredExercise>();
  const difficulties = new Map<string, number[]>();
  for (const { slug, concepts, difficulty: rating } of course.exercises) {
    const difficulty = shared.difficulty.get(slug)?.value ?? seedDifficulty(rating);
    exercises.set(slug, {
      exercise: slug,
      difficulty,
      concepts: concepts.map((concept) => ({ concept, ease: easeOf(concept) })),
    });
    for (const concept of concepts)
      difficulties.set(concept, [...(difficulties.get(concept) ?? []), difficulty]);
  }
  const concepts = new Map<string, ScaledConcept>();
  for (const outline of course.concepts) {
    const typicalDifficulty = median(difficulties.get(outline.concept) ?? []);
    concepts.set(outline.concept, { ...outline, ease: easeOf(outline.concept), typicalDifficulty });
  }
  return { concepts, exercises };
}

/** The attempt to observe and to store, or undefined when the course has no such exercise. */
export function scoreAttempt(
  scale: CourseScale,
  submission: { exercise: string; outcome: Outcome; at: number; timeZone: string },
): Attempt | undefined {
  const scored = scale.exercises.get(submission.exercise);
  if (!scored) return undefined;
  return {
    exercise: scored.exercise,
    difficulty: scored.difficulty,
    concepts: scored.concepts.map(({ concept, ease }) => ({
      concept,
      ease,
      typicalDifficulty: scale.concepts.get(concept)?.typicalDifficulty ?? scored.difficulty,
    })),
    outcome: submission.outcome,
    at: submission.at,
    day: dayIn(submission.timeZone, submission.at),
  };
}

/** A concept without exercises is judged by the middle of the scale. */
function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? upper)) / 2;
}
