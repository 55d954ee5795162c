"use client";

import type { ExerciseDetail } from "@mastery/contracts/exercise";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

const exerciseFreshMs = 5 * 60_000;

/** One exercise with instructions, starter code, open tests and hints. */
export function useExercise(slug: string | undefined): UseQueryResult<ExerciseDetail> {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.exercise(slug ?? ""),
    enabled: slug !== undefined,
    staleTime: exerciseFreshMs,
    queryFn: ({ signal }) => fetchValue(api, "exercise", { params: { slug: slug ?? "" }, signal }),
  });
}
