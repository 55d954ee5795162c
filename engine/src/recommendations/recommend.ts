import type { Recommendation } from "@mastery/contracts/recommendation";
import type { CourseScale } from "../mastery/course-scale.ts";
import type { LearnerState } from "../mastery/learner-state.ts";
import type { ModelVersion } from "../mastery/model-version.ts";
import { candidatesOf } from "./candidates.ts";
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

export interface RecommendInput {
  readonly model: ModelVersion;
  readonly state: LearnerState;
  readonly course: CourseScale;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many to suggest at most. */
  readonly limit: number;
  /** Exercises the learner said "not now" to. */
  readonly dismissed: ReadonlySet<string>;
  /** Exercises the learner tried lately, the newest first; they step back for a while. */
  readonly recent: readonly string[];
  /** Uniform in [0, 1). Called once for each slot, and once more for a slot left to chance. */
  readonly random: () => number;
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
