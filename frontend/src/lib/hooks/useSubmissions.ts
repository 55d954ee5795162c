"use client";

import type { SubmissionPage } from "@mastery/contracts/submission";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

/** A learner's newest submissions, newest first; they move as events arrive. */
export function useSubmissions(
  studentId: string | undefined,
  filter: { exercise?: string; limit?: number } = {},
): UseQueryResult<SubmissionPage> {
  const api = useApi();
  const id = studentId ?? "";
  return useQuery({
    queryKey: queryKeys.submissionsOf(id, filter),
    enabled: studentId !== undefined,
    queryFn: ({ signal }) => fetchValue(api, "submissions", { query: { studentId: id, ...filter }, signal }),
  });
}
