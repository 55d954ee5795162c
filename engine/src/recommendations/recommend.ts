import type { Recommendation } from "@mastery/contracts/recommendation";
import { candidatesOf } from "./candidates.ts";
import type { RecommendInput } from "./recommend-input.ts";
import { reasonText } from "./reason-text.ts";
import { scoreCandidate } from "./score-candidate.ts";

/** What to practise next. The caller adds the id and what the catalogue knows. */
export interface Suggestion {
  readonly exercise: string;
  readonly concepts: readonly string[];
  readonly pSuccess: number;
  readonly reason: Recommendation["reason"];
  /** The probability with which this exercise got its slot: kept, so that policies can be compared later. */
  readonly propensity: number;
}

/** One slot in ten is a random choice among all candidates that are left. */
const explorationShare = 0.1;

/** What this learner should practise next, the best first, each with its reason. */
export function recommend(input: RecommendInput): Suggestion[] {
  const left = candidatesOf(input)
    .map((candidate) => scoreCandidate(candidate, input))
    .sort((a, b) => b.total - a.total || (a.exercise < b.exercise ? -1 : 1));
  const chosen: Suggestion[] = [];
  while (chosen.length < input.limit && left.length > 0) {
    const choices = left.length;
    const explores = input.random() < explorationShare;
    const index = explores ? Math.min(choices - 1, Math.floor(input.random() * choices)) : 0;
    const [pick] = left.splice(index, 1);
    if (!pick) break;
    const kind = explores ? "exploration" : pick.kind;
    chosen.push({
      exercise: pick.exercise,
      concepts: pick.concepts,
      pSuccess: pick.pSuccess,
      reason: { kind, text: reasonText(kind, pick) },
      // The best one may be drawn by chance too.
      propensity: explorationShare / choices + (index === 0 ? 1 - explorationShare : 0),
    });
  }
  return chosen;
}
