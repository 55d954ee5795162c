"use client";

import type { MonacoConfig, MonacoConfigRequest } from "@mastery/contracts/monaco-config";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useApi } from "../hooks/useApi.ts";
import { useFlags } from "../hooks/useFlags.ts";
import { useLiveEvents } from "../hooks/useLiveEvents.ts";
import { useSession } from "../hooks/useSession.ts";
import { builtInConfig } from "./built-in-config.ts";
import { fetchMonacoConfig } from "./client.ts";
import { keepConfig, readKnownConfig } from "./known-config.ts";

const queryKey = ["skill", "monaco-config"] as const;
const staleMs = 60 * 60_000;

/** How the editor should be here: the skill's answer, else the last one, else the built-in. Follows the skill live. */
export function useMonacoConfig(device: Omit<MonacoConfigRequest, "language">): MonacoConfig {
  const api = useApi();
  const cache = useQueryClient();
  const { FEATURE_MCP_SKILLS: on } = useFlags();
  const { status } = useSession();
  useLiveEvents((event) => {
    if (event.type === "skills.changed" && event.data.skill === "monaco-config") {
      void cache.invalidateQueries({ queryKey });
    }
  });
  const { data } = useQuery<MonacoConfig>({
    queryKey: [...queryKey, device],
    enabled: on && status === "signed-in",
    staleTime: staleMs,
    retry: false,
    placeholderData: (before) => before ?? readKnownConfig(localStorage, device),
    queryFn: async () => {
      const ports = {
        fetch: (...call: Parameters<typeof fetch>) => fetch(...call),
        origin: location.origin,
        now: () => Date.now(),
        refresh: (failedAt: number) => api.refresh(failedAt),
      };
      const config = await fetchMonacoConfig(ports, device);
      keepConfig(localStorage, device, config);
      return config;
    },
  });
  return (on ? data : undefined) ?? builtInConfig(device);
}
