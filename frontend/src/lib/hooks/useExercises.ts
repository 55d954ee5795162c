"use client";

import type { Catalogue } from "@mastery/contracts/exercise";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

const catalogueFreshMs = 5 * 60_000;

/** The catalogue of the active course, with the caller's status of each exercise. */
export function useExercises(): UseQueryResult<Catalogue> {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.exercises(),
    staleTime: catalogueFreshMs,
    queryFn: ({ signal }) => fetchValue(api, "exercises", { signal }),
  });
}
