"use client";

import { HealthSummary } from "@mastery/contracts/health";
import { useQuery } from "@tanstack/react-query";
import { ApiError } from "../api-failure.ts";
import { queryKeys } from "../query-keys.ts";

const everyMs = 5_000;
const healthTimeoutMs = 5_000;

/** The health of every part, again every five seconds. A summary that says "down" comes with status 503. */
export function useHealth() {
  return useQuery({
    queryKey: queryKeys.health(),
    refetchInterval: everyMs,
    retry: false,
    queryFn: async ({ signal }) => {
      const limit = AbortSignal.any([signal, AbortSignal.timeout(healthTimeoutMs)]);
      const answer = await fetch("/api/health", { signal: limit, cache: "no-store" });
      const summary = HealthSummary.safeParse(await answer.json());
      if (summary.success) return summary.data;
      throw new ApiError({ type: "unreadable", status: answer.status, detail: "No health to be read." });
    },
  });
}
