import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Attempt } from "./attempt.ts";
import { conceptScore } from "./concept-score.ts";
import { scaleCourse } from "./course-scale.ts";
import { featureNames } from "./features.ts";
import { emptyLearnerState, LearnerState } from "./learner-state.ts";
import { currentModel, type ModelVersion } from "./model-version.ts";
import { observe, replay } from "./observe.ts";
import { overall } from "./overall.ts";
import { dayIn } from "./practised-days.ts";
import { predict } from "./predict.ts";
import { limitWeights } from "./weight-limits.ts";

const start = Date.UTC(2026, 0, 5, 9);
const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const conceptIds = ["variables", "loops", "constructor"];
const course = scaleCourse(
  {
    concepts: conceptIds.map((concept) => ({ concept, name: concept, prerequisites: [] })),
    exercises: [1, 3, 5, 7, 9, 4].map((difficulty, i) => ({
      slug: `exercise-${i}`,
      concepts: i === 5 ? conceptIds : [conceptIds[i % 3] ?? ""],
      difficulty,
    })),
  },
  { difficulty: new Map(), ease: new Map() },
);
const exercises = [...course.exercises.values()];

const step = fc.record({
  exercise: fc.constantFrom(...exercises),
  outcome: fc.constantFrom(0 as const, 1 as const),
  afterHours: fc.double({ min: 0.01, max: 24 * 60, noNaN: true }),
  difficulty: fc.double({ min: -3, max: 3, noNaN: true }),
  ease: fc.double({ min: -2, max: 2, noNaN: true }),
});

/** Any history; each attempt was scored with shared values of its own time. */
const history = fc.array(step, { maxLength: 40 }).map((steps): Attempt[] => {
  let at = start;
  return steps.map(({ exercise, outcome, afterHours, difficulty, ease }) => {
    at += afterHours * hourMs;
    return {
      exercise: exercise.exercise,
      difficulty,
      concepts: exercise.concepts.map(({ concept }) => ({ concept, ease, typicalDifficulty: difficulty })),
      outcome,
      at,
      day: dayIn("Europe/Berlin", at),
    };
  });
});

/** Not only the shipped weights: whatever a refit finds within the limits has to keep the promises. */
const model = fc.oneof(
  fc.constant(currentModel),
  fc
    .array(fc.double({ min: -2, max: 2, noNaN: true }), {
      minLength: featureNames.length,
      maxLength: featureNames.length,
    })
    .map((weights): ModelVersion => {
      limitWeights(weights);
      return { ...currentModel, weights };
    }),
);
const later = fc.double({ min: 0, max: 900, noNaN: true });
const rounding = 1e-9;

function end(attempts: readonly Attempt[]): number {
  return attempts.at(-1)?.at ?? start;
}

describe("the learner model", () => {
  it("keeps every score and interval in [0, 1] with low <= score <= high", () => {
    fc.assert(
      fc.property(model, history, later, (version, attempts, days) => {
        const state = replay(version, attempts);
        const at = end(attempts) + days * dayMs;
        const estimates = [
          ...exercises.map((exercise) => {
            const { p, low, high } = predict(version, state, exercise, at);
            return { score: p, low, high };
          }),
          ...[...course.concepts.values()].map((concept) => conceptScore(version, state, concept, at)),
          overall(version, state, at, course),
        ];
        for (const { score, low, high } of estimates) {
          expect(low).toBeGreaterThanOrEqual(0);
          expect(low).toBeLessThanOrEqual(score);
          expect(score).toBeLessThanOrEqual(high);
          expect(high).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("never raises a forecast with more time without practice", () => {
    fc.assert(
      fc.property(model, history, later, later, (version, attempts, days, more) => {
        const state = replay(version, attempts);
        const at = end(attempts) + days * dayMs;
        for (const exercise of exercises) {
          const sooner = predict(version, state, exercise, at).p;
          expect(predict(version, state, exercise, at + more * dayMs).p).toBeLessThanOrEqual(
            sooner + rounding,
          );
        }
      }),
    );
  });

  it("never lowers a score, now or later, by one more pass, and never raises one by one more failure", () => {
    fc.assert(
      fc.property(model, history, step, later, (version, attempts, next, days) => {
        const state = replay(version, attempts);
        const at = end(attempts) + next.afterHours * hourMs;
        const after = (outcome: 0 | 1) =>
          observe(version, state, {
            exercise: next.exercise.exercise,
            difficulty: next.difficulty,
            concepts: next.exercise.concepts.map(({ concept, ease }) => ({
              concept,
              ease,
              typicalDifficulty: next.difficulty,
            })),
            outcome,
            at,
            day: dayIn("Europe/Berlin", at),
          });
        const [failed, passed] = [after(0), after(1)];
        for (const concept of course.concepts.values()) {
          for (const asked of [at, at + days * dayMs]) {
            const before = conceptScore(version, state, concept, asked).score;
            expect(conceptScore(version, passed, concept, asked).score).toBeGreaterThanOrEqual(
              before - rounding,
            );
            expect(conceptScore(version, failed, concept, asked).score).toBeLessThanOrEqual(
              before + rounding,
            );
          }
        }
      }),
      { numRuns: 300 },
    );
  });

  it("gives the live state again from the stored attempts and the stored state, and leaves the old state alone", () => {
    fc.assert(
      fc.property(history, (attempts) => {
        let live = emptyLearnerState();
        for (const attempt of attempts) {
          const before = JSON.stringify(live);
          const next = observe(currentModel, LearnerState.parse(JSON.parse(before)), attempt);
          expect(observe(currentModel, live, attempt)).toEqual(next);
          expect(JSON.stringify(live)).toBe(before);
          live = next;
        }
        const stored: Attempt[] = JSON.parse(JSON.stringify(attempts));
        expect(replay(currentModel, stored)).toEqual(live);
      }),
      { numRuns: 50 },
    );
  });
});
