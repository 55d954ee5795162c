"use client";

import { useQuery } from "@tanstack/react-query";
import { fetchValue } from "../fetch-value.ts";
import { queryKeys } from "../query-keys.ts";
import { useApi } from "./useApi.ts";

const classesFreshMs = 5 * 60_000;

/** The classes the caller teaches; pass `false` for somebody who teaches none. */
export function useClasses(enabled = true) {
  const api = useApi();
  return useQuery({
    queryKey: queryKeys.classes(),
    enabled,
    staleTime: classesFreshMs,
    queryFn: ({ signal }) => fetchValue(api, "classes", { signal }),
  });
}
