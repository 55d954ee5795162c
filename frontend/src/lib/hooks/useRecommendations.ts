"use client";

import type { Recommendations } from "@mastery/contracts/recommendation";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

const recommendationsFreshMs = 5 * 60_000;
const shownMax = 5;

/** What to practise next. `accept` and `dismiss` take a recommendation's id; a dismissed one leaves the list at once. */
export function useRecommendations(studentId: string | undefined) {
  const api = useApi();
  const cache = useQueryClient();
  const id = studentId ?? "";
  const queryKey = queryKeys.recommendations(id);
  const query = useQuery({
    queryKey,
    enabled: studentId !== undefined,
    staleTime: recommendationsFreshMs,
    queryFn: ({ signal }) =>
      fetchValue(api, "recommendations", { params: { studentId: id }, query: { limit: shownMax }, signal }),
  });
  const accept = useMutation({
    mutationFn: (recommendation: string) =>
      fetchValue(api, "acceptRecommendation", { params: { studentId: id, id: recommendation } }),
  });
  const dismiss = useMutation({
    mutationFn: (recommendation: string) =>
      fetchValue(api, "dismissRecommendation", { params: { studentId: id, id: recommendation } }),
    onMutate: (recommendation) => {
      cache.setQueryData<Recommendations>(
        queryKey,
        (known) => known && { ...known, items: known.items.filter((item) => item.id !== recommendation) },
      );
    },
    onSettled: () => cache.invalidateQueries({ queryKey }),
  });
  return { ...query, accept, dismiss };
}
