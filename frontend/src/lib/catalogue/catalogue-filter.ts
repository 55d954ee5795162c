import type { ExerciseStatus, ExerciseSummary } from "@mastery/contracts/exercise";
import { findExercises } from "../find-exercises.ts";

export const levels = ["easy", "medium", "hard"] as const;
export type Level = (typeof levels)[number];
export const statuses = ["new", "tried", "passed"] as const satisfies ExerciseStatus[];

/** What the catalogue shows; an absent value lets everything through. */
export interface CatalogueFilter {
  readonly text: string;
  readonly status?: ExerciseStatus | undefined;
  readonly level?: Level | undefined;
  readonly concept?: string | undefined;
  /** Without what builds on concepts that are still missing. */
  readonly openOnly: boolean;
}

export const noFilter: CatalogueFilter = { text: "", openOnly: false };

/** Difficulties run from 1 to 9. */
const highestOf: Record<Level, number> = { easy: 3, medium: 6, hard: 9 };

export function levelOf(difficulty: number): Level {
  return levels.find((level) => difficulty <= highestOf[level]) ?? "hard";
}

export function filterExercises(
  exercises: readonly ExerciseSummary[],
  filter: CatalogueFilter,
): ExerciseSummary[] {
  const { text, status, level, concept, openOnly } = filter;
  return findExercises(exercises, text).filter(
    (exercise) =>
      (status === undefined || exercise.status === status) &&
      (level === undefined || levelOf(exercise.difficulty) === level) &&
      (concept === undefined || exercise.concepts.some((each) => each.concept === concept)) &&
      !(openOnly && exercise.locked),
  );
}

/** Reads an address; what makes no sense there lets everything through. */
export function readFilter(params: URLSearchParams): CatalogueFilter {
  const among = <T extends string>(known: readonly T[], name: string) =>
    known.find((value) => value === params.get(name));
  return {
    text: params.get("q") ?? "",
    status: among(statuses, "status"),
    level: among(levels, "level"),
    concept: params.get("concept") ?? undefined,
    openOnly: params.get("open") === "yes",
  };
}

/** The address of a filter, `?` included; empty without one. */
export function writeFilter({ text, status, level, concept, openOnly }: CatalogueFilter): string {
  const params = new URLSearchParams();
  if (text !== "") params.set("q", text);
  if (status) params.set("status", status);
  if (level) params.set("level", level);
  if (concept !== undefined) params.set("concept", concept);
  if (openOnly) params.set("open", "yes");
  const query = params.toString();
  return query === "" ? "" : `?${query}`;
}
