import type { ConceptSummary, ExerciseSummary } from "@mastery/contracts/exercise";

export interface ConceptGroup {
  readonly concept: ConceptSummary;
  readonly exercises: readonly ExerciseSummary[];
}

/** Each exercise once, under its main concept, in the course's order and from easy to hard; no empty groups. */
export function groupByConcept(
  concepts: readonly ConceptSummary[],
  exercises: readonly ExerciseSummary[],
): ConceptGroup[] {
  const byMain = Map.groupBy(exercises, (exercise) => exercise.concepts[0]?.concept);
  return concepts.flatMap((concept) => {
    const its = byMain.get(concept.concept);
    return its ? [{ concept, exercises: its.toSorted((a, b) => a.difficulty - b.difficulty) }] : [];
  });
}
