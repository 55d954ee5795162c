"use client";

import type { FlagName } from "@mastery/contracts/flag";
import { useQuery } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";
import { useSession } from "./useSession.ts";

const flagsFreshMs = 60_000;

/** Which features are on; everything is while that is not known yet. */
export function useFlags(): Record<FlagName, boolean> {
  const api = useApi();
  const { status } = useSession();
  const { data } = useQuery({
    queryKey: queryKeys.flags(),
    enabled: status === "signed-in",
    staleTime: flagsFreshMs,
    queryFn: ({ signal }) => fetchValue(api, "flags", { signal }),
  });
  return data?.flags ?? allOn;
}

const allOn: Record<FlagName, boolean> = {
  FEATURE_DAPR_INTEGRATION: true,
  FEATURE_KONG_AUTH: true,
  FEATURE_API_INTEGRATION: true,
  FEATURE_MCP_SKILLS: true,
};
