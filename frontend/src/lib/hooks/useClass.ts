"use client";

import type { ClassView } from "@mastery/contracts/class";
import { useQuery, useQueryClient, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { fetchSnapshot } from "../live/fetch-snapshot.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

/** One class and its learners. Use `useWatchClass` beside it, and its events move it. */
export function useClass(classId: string | undefined): UseQueryResult<ClassView> {
  const api = useApi();
  const cache = useQueryClient();
  const id = classId ?? "";
  const queryKey = queryKeys.class(id);
  return useQuery<ClassView>({
    queryKey,
    enabled: classId !== undefined,
    queryFn: ({ signal }) =>
      fetchSnapshot(
        cache,
        queryKey,
        id,
        () => fetchValue(api, "class", { params: { classId: id }, signal }),
        (known, fetched) => known.classId === fetched.classId,
      ),
  });
}
