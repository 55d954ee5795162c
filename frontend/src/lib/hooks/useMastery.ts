"use client";

import type { MasterySnapshot } from "@mastery/contracts/mastery";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { fetchSnapshot } from "../live/fetch-snapshot.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

const masteryFreshMs = 5 * 60_000;

/** Where a learner stands. Their own events move its numbers in place; newer is never replaced by older. */
export function useMastery(studentId: string | undefined): UseQueryResult<MasterySnapshot> {
  const api = useApi();
  const cache = useQueryClient();
  const id = studentId ?? "";
  const queryKey = queryKeys.mastery(id);
  return useQuery<MasterySnapshot>({
    queryKey,
    enabled: studentId !== undefined,
    staleTime: masteryFreshMs,
    queryFn: ({ signal }) =>
      fetchSnapshot(
        cache,
        queryKey,
        id,
        () => fetchValue(api, "mastery", { params: { studentId: id }, signal }),
        (known, fetched) => known.course === fetched.course,
      ),
  });
}
