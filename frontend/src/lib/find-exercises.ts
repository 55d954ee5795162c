import type { ExerciseSummary } from "@mastery/contracts/exercise";

/** Exercises whose title or concepts contain every word, titles that begin with the text first. */
export function findExercises(exercises: readonly ExerciseSummary[], text: string): ExerciseSummary[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const start = words.join(" ");
  return exercises
    .filter((exercise) => {
      const names = exercise.concepts.map(({ name }) => name);
      const searched = [exercise.title, ...names].join(" ").toLowerCase();
      return words.every((word) => searched.includes(word));
    })
    .sort((a, b) => Number(begins(b, start)) - Number(begins(a, start)));
}

function begins(exercise: ExerciseSummary, start: string): boolean {
  return exercise.title.toLowerCase().startsWith(start);
}
