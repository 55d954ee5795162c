import type { ExerciseStatus, ExerciseSummary } from "@mastery/contracts/exercise";
import type { Course, Exercise } from "../../course/course.ts";

export interface CallersProgress {
  readonly statuses: ReadonlyMap<string, ExerciseStatus>;
  readonly lockedConcepts: ReadonlySet<string>;
}

/** An exercise as a card in the catalogue: named fields only, so that no test or solution slips out. */
export function summariseExercise(
  course: Course,
  exercise: Exercise,
  { statuses, lockedConcepts }: CallersProgress,
): ExerciseSummary {
  const { slug, title, summary, concepts, difficulty } = exercise;
  return {
    slug,
    title,
    summary,
    concepts: concepts.map((concept) => ({ concept, name: conceptName(course, concept) })),
    difficulty,
    status: statuses.get(slug) ?? "new",
    locked: concepts.some((concept) => lockedConcepts.has(concept)),
  };
}

function conceptName(course: Course, id: string): string {
  return course.concepts.find((concept) => concept.id === id)?.name ?? id;
}
