import type { Recommendation } from "@mastery/contracts/recommendation";
import { conceptScore } from "../mastery/concept-score.ts";
import type { ScaledConcept } from "../mastery/course-scale.ts";
import { conceptState } from "../mastery/learner-state.ts";
import { predict } from "../mastery/predict.ts";
import type { Candidate } from "./candidates.ts";
import type { RecommendInput } from "./recommend-input.ts";

export type ReasonKind = Recommendation["reason"]["kind"];
type TermKind = Exclude<ReasonKind, "exploration">;

export interface ScoredCandidate {
  readonly exercise: string;
  readonly concepts: readonly string[];
  readonly pSuccess: number;
  readonly total: number;
  /** The term that speaks loudest for it. */
  readonly kind: TermKind;
  /** Names of the concepts that this term speaks of. */
  readonly about: Readonly<Record<TermKind, readonly string[]>>;
}

const dayMs = 86_400_000;
/** Success this likely is hard enough to learn from and easy enough to go on. */
const targetSuccess = 0.7;
/** How far from the target a prediction may be before it hardly speaks for an exercise. */
const targetSpread = 0.2;
const forgettingDays = 7;
/** A forecast that falls this much in a week is as urgent as it gets. */
const forgettingDropMax = 0.2;

/** What a term is worth at its best, relative to the right level. */
const worth: Record<TermKind, number> = { "right-level": 1, forgetting: 1.2, unblocks: 1.1, uncertain: 1 };
/** What the newest exercise costs when it would come again at once, and one that shares its concepts. */
const repetitionCost = { same: 1.5, related: 0.3 };

/** Adds up what speaks for a candidate: the terms, each 0 to 1 times its worth, minus recent repetition. */
export function scoreCandidate(
  candidate: Candidate,
  input: Pick<RecommendInput, "model" | "state" | "course" | "at" | "recent">,
): ScoredCandidate {
  const { scored, concepts, slipping, unblocks } = candidate;
  const { p, low, high } = predict(input.model, input.state, scored, input.at);
  const terms: Record<TermKind, number> = {
    "right-level": Math.exp(-(((p - targetSuccess) / targetSpread) ** 2)),
    forgetting: Math.max(0, ...slipping.map((concept) => forgettingRisk(concept, input))),
    // The first concept it opens counts most.
    unblocks: unblocks.length / (unblocks.length + 1 / 3),
    uncertain: high - low,
  };
  let kind: TermKind = "right-level";
  let total = -repetition(scored.exercise, candidate, input);
  for (const term of ["right-level", "forgetting", "unblocks", "uncertain"] as const) {
    total += worth[term] * terms[term];
    if (worth[term] * terms[term] > worth[kind] * terms[kind]) kind = term;
  }
  return {
    exercise: scored.exercise,
    concepts: scored.concepts.map(({ concept }) => concept),
    pSuccess: p,
    total,
    kind,
    about: {
      "right-level": [],
      forgetting: slipping.map(({ name }) => name),
      unblocks: unblocks.map(({ name }) => name),
      uncertain: concepts
        .filter(({ concept }) => (conceptState(input.state, concept)?.attempts ?? 0) < 5)
        .map(({ name }) => name),
    },
  };
}

/** At least a half for what is slipping at all; the faster it fades in the coming week, the more. */
function forgettingRisk(
  concept: ScaledConcept,
  { model, state, at }: Pick<RecommendInput, "model" | "state" | "at">,
): number {
  const now = conceptScore(model, state, concept, at).score;
  const ahead = conceptScore(model, state, concept, at + forgettingDays * dayMs).score;
  return 0.5 + 0.5 * Math.min(1, (now - ahead) / forgettingDropMax);
}

/** Repetition fades with every exercise that came in between. */
function repetition(
  exercise: string,
  { scored }: Candidate,
  { recent, course }: Pick<RecommendInput, "recent" | "course">,
): number {
  const own = scored.concepts.map(({ concept }) => concept);
  return recent.reduce((sum, slug, age) => {
    const others = course.exercises.get(slug)?.concepts ?? [];
    const related = others.some(({ concept }) => own.includes(concept));
    const cost = slug === exercise ? repetitionCost.same : related ? repetitionCost.related : 0;
    return sum + cost / 2 ** age;
  }, 0);
}
