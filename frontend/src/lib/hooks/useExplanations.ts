"use client";

import type { ExerciseSummary } from "@mastery/contracts/exercise";
import type { ConceptMastery, MasterySnapshot } from "@mastery/contracts/mastery";
import { describeLock } from "../describe-standing.ts";
import { useExercises } from "./useExercises.ts";

const exercisesShown = 2;

interface Explained {
  readonly concept: ConceptMastery;
  readonly lock: string | undefined;
  readonly exercises: readonly ExerciseSummary[];
}

/** What there is to say about each concept of a snapshot; exercises only where the reader can practise. */
export function useExplanations(
  snapshot: MasterySnapshot | undefined,
  own: boolean,
): (concept: ConceptMastery) => Explained {
  const { data: catalogue } = useExercises();
  return (concept) => {
    const outline = catalogue?.course.concepts.find((each) => each.concept === concept.concept);
    const fitting = catalogue?.exercises.filter(
      ({ concepts, status }) => status !== "passed" && concepts[0]?.concept === concept.concept,
    );
    const locked = concept.status === "locked" && outline && snapshot;
    return {
      concept,
      lock: locked ? describeLock(outline, snapshot.concepts) : undefined,
      exercises: own ? (fitting?.slice(0, exercisesShown) ?? []) : [],
    };
  };
}
