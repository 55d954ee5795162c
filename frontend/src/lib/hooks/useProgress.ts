"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import type { Progress } from "../live/patch-progress.ts";
import { queryKeys } from "../query-keys.ts";

/** The tests of a running submission as they finish; undefined before the first. */
export function useProgress(submissionId: string | undefined): Progress | undefined {
  return useQuery<Progress>({ queryKey: queryKeys.progress(submissionId ?? ""), queryFn: skipToken }).data;
}
