import { z } from "zod";

const Count = z.int().min(0);
const Moment = z.number();

/** What one learner's attempts say about one concept. */
export const ConceptState = z.object({
  attempts: Count,
  wins: Count,
  /** Recency-weighted share of successes. */
  recency: z.number(),
  /** Time of the last attempt, epoch milliseconds. */
  practisedAt: Moment,
  /** Since when forgetting counts: the last pass, or the first attempt. A failure does not refresh a memory. */
  refreshedAt: Moment,
  /** Elo of this learner in this concept. */
  theta: z.number(),
  /** Fading sum of what each attempt told us (Fisher information on the logit scale). */
  information: z.number(),
  /** Distinct exercises solved. */
  solved: Count,
  /** Distinct days practised, in the learner's time zone, and the latest of them. */
  days: Count,
  lastDay: z.string(),
  /** The last five outcomes as bits, the newest lowest. */
  recent: Count,
  /** When the concept was first mastered; null before. */
  masteredAt: Moment.nullable(),
});
export type ConceptState = Readonly<z.infer<typeof ConceptState>>;

export const ExerciseState = z.object({ attempts: Count, wins: Count });
export type ExerciseState = Readonly<z.infer<typeof ExerciseState>>;

/** What all of a learner's attempts in one course say, whatever the concept. */
export const LearnerPart = z.object({
  attempts: Count,
  wins: Count,
  recency: z.number(),
  /** The last ten outcomes as bits, the newest lowest. */
  recent: Count,
  /** Elo of this learner in general. */
  elo: z.number(),
  information: z.number(),
  /** The latest days practised, oldest first, at most seven. */
  recentDays: z.array(z.string()),
  /** Consecutive days practised up to the latest of them. */
  streak: Count,
});
export type LearnerPart = Readonly<z.infer<typeof LearnerPart>>;

/** What the sitting rule has to remember: the running sitting and what already counted in it. */
export const Sitting = z.object({
  lastSubmissionAt: Moment.nullable(),
  failed: z.array(z.string()),
  passed: z.array(z.string()),
});
export type Sitting = Readonly<z.infer<typeof Sitting>>;

/** Everything the model knows of one learner in one course. Plain JSON, never changed in place. */
export const LearnerState = z.object({
  schema: z.literal(1),
  learner: LearnerPart,
  concepts: z.record(z.string(), ConceptState),
  exercises: z.record(z.string(), ExerciseState),
  sitting: Sitting,
});

export interface LearnerState {
  readonly schema: 1;
  readonly learner: LearnerPart;
  readonly concepts: Readonly<Record<string, ConceptState>>;
  readonly exercises: Readonly<Record<string, ExerciseState>>;
  readonly sitting: Sitting;
}

/** Where every recency mean starts, and what it is compared with: the usual share of successes. */
export const usualSuccess = 0.65;

export function emptyLearnerState(): LearnerState {
  return {
    schema: 1,
    learner: {
      attempts: 0,
      wins: 0,
      recency: usualSuccess,
      recent: 0,
      elo: 0,
      information: 0,
      recentDays: [],
      streak: 0,
    },
    concepts: {},
    exercises: {},
    sitting: { lastSubmissionAt: null, failed: [], passed: [] },
  };
}

/** The learner's record of a concept, if any. Own keys only: an id such as `constructor` is a legal one. */
export function conceptState(state: LearnerState, concept: string): ConceptState | undefined {
  return Object.hasOwn(state.concepts, concept) ? state.concepts[concept] : undefined;
}

export function exerciseState(state: LearnerState, exercise: string): ExerciseState | undefined {
  return Object.hasOwn(state.exercises, exercise) ? state.exercises[exercise] : undefined;
}
