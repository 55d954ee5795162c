import { describe, expect, it } from "vitest";
import type { Attempt } from "./attempt.ts";
import { emptyLearnerState } from "./learner-state.ts";
import { seedDifficulty, updateShared } from "./shared-values.ts";

const attempt: Attempt = {
  exercise: "greet",
  difficulty: 0.65,
  concepts: [{ concept: "strings", ease: 0, typicalDifficulty: 0 }],
  outcome: 1,
  at: 0,
  day: "2026-09-01",
};
const unused = { exercise: 0, concept: () => 0 };

describe("shared values", () => {
  it("start at the author's rating, around the middle of the scale", () => {
    expect([1, 5, 9].map(seedDifficulty)).toEqual([-1.6, 0, 1.6]);
  });

  it("move by half the surprise for a new exercise: an even chance passed makes it a quarter easier", () => {
    const { difficulty, ease } = updateShared(emptyLearnerState(), attempt, unused);
    expect(difficulty.value).toBeCloseTo(0.65 - 0.5 * 0.5);
    expect(difficulty.count).toBe(1);
    expect(ease).toHaveLength(1);
    expect(ease[0]?.concept).toBe("strings");
    expect(ease[0]?.ease.value).toBeCloseTo(0.3 * 0.5);
  });

  it("move the other way after a failure", () => {
    const { difficulty, ease } = updateShared(emptyLearnerState(), { ...attempt, outcome: 0 }, unused);
    expect(difficulty.value).toBeGreaterThan(0.65);
    expect(ease[0]?.ease.value).toBeLessThan(0);
  });

  it("move less the more attempts they rest on", () => {
    const many = updateShared(emptyLearnerState(), attempt, { exercise: 100, concept: () => 100 });
    expect(0.65 - many.difficulty.value).toBeCloseTo((0.5 / 6) * 0.5);
    expect(many.difficulty.count).toBe(101);
  });
});
