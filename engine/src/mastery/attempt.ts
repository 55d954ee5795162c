import { z } from "zod";

/** An exercise with the numbers it is scored with at this moment. */
export interface ScoredExercise {
  readonly exercise: string;
  /** Difficulty `d` on the Elo scale; more is harder. */
  readonly difficulty: number;
  readonly concepts: readonly { readonly concept: string; readonly ease: number }[];
}

/**
 * One counted attempt. It carries the shared values it was scored with, so that a replay of a learner's stored
 * attempts gives the live state exactly, however the shared values have moved since. Plain JSON: store it whole.
 */
export const Attempt = z.object({
  exercise: z.string(),
  difficulty: z.number(),
  concepts: z.array(
    z.object({
      concept: z.string(),
      /** Ease `s` of the concept on the Elo scale. */
      ease: z.number(),
      /** Median difficulty of the concept's exercises: what mastery of it is judged by. */
      typicalDifficulty: z.number(),
    }),
  ),
  /** 1 when all tests passed. */
  outcome: z.union([z.literal(0), z.literal(1)]),
  /** Epoch milliseconds. */
  at: z.number(),
  /** `YYYY-MM-DD` in the learner's time zone. */
  day: z.iso.date(),
});
export type Attempt = Readonly<z.infer<typeof Attempt>>;
export type Outcome = Attempt["outcome"];
