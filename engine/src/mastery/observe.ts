import type { Attempt } from "./attempt.ts";
import { eloExpectation, eloStep } from "./elo.ts";
import { remember } from "./features.ts";
import {
  conceptState,
  emptyLearnerState,
  exerciseState,
  usualSuccess,
  type ConceptState,
  type ExerciseState,
  type LearnerPart,
  type LearnerState,
} from "./learner-state.ts";
import { meetsMastery } from "./mastered.ts";
import type { ModelVersion } from "./model-version.ts";
import { afterPractice } from "./practised-days.ts";

/** What we know after one more counted attempt. The given state is left as it was. */
export function observe(model: ModelVersion, state: LearnerState, attempt: Attempt): LearnerState {
  const owned = { ...state, concepts: { ...state.concepts }, exercises: { ...state.exercises } };
  advance(model, owned, attempt);
  return owned;
}

/** The state that a learner's stored attempts lead to, in their order; all but the running sitting. */
export function replay(model: ModelVersion, attempts: Iterable<Attempt>): LearnerState {
  const owned: OwnedState = { ...emptyLearnerState(), concepts: {}, exercises: {} };
  for (const attempt of attempts) advance(model, owned, attempt);
  return owned;
}

/** A state that only its holder knows, so that it may grow in place: copying would cost more the more is known. */
export interface OwnedState extends LearnerState {
  learner: LearnerPart;
  readonly concepts: Record<string, ConceptState>;
  readonly exercises: Record<string, ExerciseState>;
}

/** Observes an attempt in place. For long replays; everything else uses `observe`. */
export function advance(model: ModelVersion, owned: OwnedState, attempt: Attempt): void {
  const expected = eloExpectation(owned, attempt);
  const surprise = attempt.outcome - expected;
  const told = expected * (1 - expected);
  const own = exerciseState(owned, attempt.exercise);
  const firstPass = attempt.outcome === 1 && (own?.wins ?? 0) === 0;
  for (const { concept } of attempt.concepts) {
    const before = conceptState(owned, concept);
    owned.concepts[concept] = afterAttempt(model, before, attempt, surprise, told, firstPass);
  }
  owned.exercises[attempt.exercise] = {
    attempts: (own?.attempts ?? 0) + 1,
    wins: (own?.wins ?? 0) + attempt.outcome,
  };
  const { learner } = owned;
  owned.learner = {
    attempts: learner.attempts + 1,
    wins: learner.wins + attempt.outcome,
    recency: 0.9 * learner.recency + 0.1 * attempt.outcome,
    recent: remember(learner.recent, attempt.outcome, "learner"),
    elo: learner.elo + eloStep.learner(learner.attempts) * surprise,
    information: learner.information * model.constants.learnerFading + told,
    ...afterPractice(learner, attempt.day),
  };
  if (attempt.outcome === 1) markMastered(model, owned, attempt);
}

function afterAttempt(
  model: ModelVersion,
  before: ConceptState | undefined,
  attempt: Attempt,
  surprise: number,
  told: number,
  firstPass: boolean,
): ConceptState {
  const { outcome, at, day } = attempt;
  // The first outcome weighs half: until then the mean is only a guess.
  const kept = before ? 0.7 : 0.5;
  const newDay = before === undefined || day > before.lastDay;
  return {
    attempts: (before?.attempts ?? 0) + 1,
    wins: (before?.wins ?? 0) + outcome,
    recency: kept * (before?.recency ?? usualSuccess) + (1 - kept) * outcome,
    practisedAt: Math.max(at, before?.practisedAt ?? at),
    refreshedAt: before && outcome === 0 ? before.refreshedAt : Math.max(at, before?.refreshedAt ?? at),
    theta: (before?.theta ?? 0) + eloStep.concept(before?.attempts ?? 0) * surprise,
    information: (before?.information ?? 0) * model.constants.conceptFading + told,
    solved: (before?.solved ?? 0) + (firstPass ? 1 : 0),
    days: (before?.days ?? 0) + (newDay ? 1 : 0),
    lastDay: newDay ? day : before.lastDay,
    recent: remember(before?.recent ?? 0, outcome, "concept"),
    masteredAt: before?.masteredAt ?? null,
  };
}

function markMastered(model: ModelVersion, owned: OwnedState, attempt: Attempt): void {
  for (const part of attempt.concepts) {
    const concept = conceptState(owned, part.concept);
    if (!concept || concept.masteredAt !== null || !meetsMastery(model, owned, part, attempt.at)) continue;
    owned.concepts[part.concept] = { ...concept, masteredAt: attempt.at };
  }
}
