import { raceMs } from "./lifetimes.ts";

/** What is known of a refresh token that somebody presents. */
export interface RefreshFacts {
  /** Whether it was exchanged before. */
  readonly used: boolean;
  /** When a token given in exchange for it was first used. */
  readonly successorUsedAt: Date | undefined;
  /** When another token, given for the same predecessor because an answer was lost, was first used in its stead. */
  readonly rivalUsedAt: Date | undefined;
}

export type RefreshDecision = "rotate" | "raced" | "reused";

/**
 * A token may be exchanged as long as nothing newer has been used: an answer that got lost costs nothing. The first use
 * of something newer proves that an answer arrived. From then on the older token is in wrong hands, unless it comes so
 * soon after that two tabs must have asked at once.
 */
export function decideRefresh(facts: RefreshFacts, now: Date): RefreshDecision {
  const supersededAt = facts.used ? facts.successorUsedAt : facts.rivalUsedAt;
  if (!supersededAt) return "rotate";
  return now.getTime() - supersededAt.getTime() <= raceMs ? "raced" : "reused";
}
