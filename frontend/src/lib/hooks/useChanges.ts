"use client";

import { skipToken, useQuery } from "@tanstack/react-query";
import type { Changes } from "../live/changes.ts";
import { queryKeys } from "../query-keys.ts";

const none: Changes = {};

/**
 * What changed in the last four seconds, for a learner (`overall` and concept ids) or a class (learner ids):
 * `<li data-changed={id in changes ? "" : undefined}>`.
 */
export function useChanges(ownerId: string | undefined): Changes {
  const { data } = useQuery<Changes>({ queryKey: queryKeys.changes(ownerId ?? ""), queryFn: skipToken });
  return data ?? none;
}
