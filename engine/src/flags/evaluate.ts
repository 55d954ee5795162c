import { createHash } from "node:crypto";
import type { FlagName, FlagValue } from "@mastery/contracts/flag";

const bucketsPerPercent = 100;

/**
 * Whether a flag is on for one learner. A share always gives the same learner the same answer, another flag another
 * choice of learners, and a larger share keeps everybody whom the smaller one had.
 */
export function evaluateFlag(name: FlagName, value: FlagValue, learner: string): boolean {
  if (value === "true" || value === "false") return value === "true";
  const percent = Number(value.slice(0, -1));
  return bucketOf(name, learner) < percent * bucketsPerPercent;
}

/** 0 to 9,999, evenly. */
function bucketOf(name: FlagName, learner: string): number {
  const digest = createHash("sha256").update(`${name}:${learner}`).digest();
  return digest.readUInt32BE(0) % (100 * bucketsPerPercent);
}
