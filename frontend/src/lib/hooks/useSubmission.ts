"use client";

import type { Submission } from "@mastery/contracts/submission";
import { useQuery, type UseQueryResult } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { isGraded } from "../live/patch-submission.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

/** Should the stream be silent, a waiting learner still gets the verdict. */
const ungradedPollMs = 5_000;

/** One submission with its results. */
export function useSubmission(submissionId: string | undefined): UseQueryResult<Submission> {
  const api = useApi();
  return useQuery<Submission>({
    queryKey: queryKeys.submission(submissionId ?? ""),
    enabled: submissionId !== undefined,
    refetchInterval: ({ state }) => (state.data && isGraded(state.data.status) ? false : ungradedPollMs),
    queryFn: ({ signal }) =>
      fetchValue(api, "submission", { params: { submissionId: submissionId ?? "" }, signal }),
  });
}
