"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import { fetchValue, retryDelay, shouldRetry } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";
import { useSession } from "./useSession.ts";

export interface SubmitVariables {
  readonly exercise: string;
  readonly code: string;
  /** Made by `crypto.randomUUID()` when the learner presses Submit; repeating with it never hands in twice. */
  readonly idempotencyKey: string;
}

/** Hands in code. Tries again by itself while the network fails, with the same key; gives `{ submissionId }`. */
export function useSubmit() {
  const api = useApi();
  const cache = useQueryClient();
  const { user } = useSession();
  return useMutation({
    mutationFn: ({ exercise, code, idempotencyKey }: SubmitVariables) =>
      fetchValue(api, "submit", { body: { exercise, code }, idempotencyKey }),
    retry: shouldRetry,
    retryDelay,
    onSuccess: () => {
      // Not awaited: the next try need not wait until the list has been fetched.
      if (user?.studentId) void cache.invalidateQueries({ queryKey: queryKeys.submissions(user.studentId) });
    },
  });
}
