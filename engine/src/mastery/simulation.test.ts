import { describe, expect, it } from "vitest";
import { measureCoverage } from "./coverage.ts";
import { fitOnSimulatedLearners } from "./fit-simulated.ts";
import { currentModel } from "./model-version.ts";
import { simulateHistory } from "./simulate-learner.ts";
import { simulatedCourse } from "./simulated-class.ts";

const until = Date.UTC(2026, 10, 1);
const dayMs = 86_400_000;
const slowMs = 60_000;
const course = simulatedCourse(6, 4);
const input = { seed: 7, ability: 0.3, course, days: 30, until };

function passShare(ability: number): number {
  const all = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((seed) => simulateHistory({ ...input, seed, ability }));
  return all.filter(({ outcome }) => outcome === 1).length / all.length;
}

describe("simulateHistory", () => {
  it("gives the same history for the same seed, and another for another", () => {
    expect(simulateHistory(input)).toEqual(simulateHistory(input));
    expect(simulateHistory({ ...input, seed: 8 })).not.toEqual(simulateHistory(input));
  });

  it("stays within its days, in time order, on exercises of the course", () => {
    const history = simulateHistory(input);
    const slugs = new Set(course.exercises.map(({ slug }) => slug));
    expect(history.length).toBeGreaterThan(20);
    history.forEach(({ at, exercise }, i) => {
      expect(slugs.has(exercise)).toBe(true);
      expect(at).toBeLessThan(until);
      expect(at).toBeGreaterThanOrEqual(until - (input.days + 1) * dayMs);
      expect(at).toBeGreaterThan(history[i - 1]?.at ?? 0);
    });
  });

  it("lets able learners pass more often", () => {
    expect(passShare(1.5)).toBeGreaterThan(passShare(-1.5) + 0.1);
  });

  it("is empty for a course without exercises", () => {
    expect(simulateHistory({ ...input, course: { concepts: [], exercises: [] } })).toEqual([]);
  });
});

describe("fitOnSimulatedLearners", () => {
  it(
    "predicts better than the mean does",
    () => {
      const fit = fitOnSimulatedLearners({ seed: 3, learnersPerCourse: 25, epochs: 3 });
      expect(fit.logLoss).toBeLessThan(fit.baseline - 0.02);
      expect(fit.weights.difficulty).toBeLessThan(-0.3);
    },
    slowMs,
  );
});

describe("measureCoverage", () => {
  it(
    "finds the truth in about eight of ten intervals of the version in use",
    () => {
      const coverage = measureCoverage(currentModel, { seed: 11, learners: 60 });
      for (const { share } of [coverage.enough, coverage.overall]) {
        expect(share).toBeGreaterThan(0.7);
        expect(share).toBeLessThan(0.9);
      }
    },
    slowMs,
  );
});
