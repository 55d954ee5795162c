import { describe, expect, it } from "vitest";
import type { Outcome } from "./attempt.ts";
import { emptyLearnerState } from "./learner-state.ts";
import { countAttempt, sittingGapMs } from "./sitting.ts";

const start = Date.UTC(2026, 8, 1, 15);
const minute = 60_000;

/** Which of a row of submissions count; each is [exercise, outcome, minutes after the start]. */
function counted(submissions: [string, Outcome, number][]): boolean[] {
  let state = emptyLearnerState();
  return submissions.map(([exercise, outcome, minutes]) => {
    const answer = countAttempt(state, { exercise, outcome, at: start + minutes * minute });
    state = answer.state;
    return answer.counts;
  });
}

describe("countAttempt", () => {
  it("counts ten failing tries of one sitting as one failure", () => {
    const tries = Array.from({ length: 10 }, (_, i): [string, Outcome, number] => ["greet", 0, i]);
    expect(counted(tries).filter(Boolean)).toHaveLength(1);
  });

  it("counts a failure and then a pass as one of each, so that a pass always shows", () => {
    expect(
      counted([
        ["greet", 0, 0],
        ["greet", 0, 1],
        ["greet", 1, 2],
        ["greet", 1, 3],
      ]),
    ).toEqual([true, false, true, false]);
  });

  it("counts each exercise on its own", () => {
    expect(
      counted([
        ["greet", 0, 0],
        ["add", 0, 1],
        ["greet", 0, 2],
      ]),
    ).toEqual([true, true, false]);
  });

  it("starts a new sitting only after thirty minutes without any submission, counted or not", () => {
    expect(
      counted([
        ["greet", 0, 0],
        ["greet", 0, 29],
        ["greet", 0, 58],
        ["greet", 0, 88],
      ]),
    ).toEqual([true, false, false, true]);
    expect(sittingGapMs).toBe(30 * minute);
  });

  it("leaves the given state as it was", () => {
    const state = emptyLearnerState();
    countAttempt(state, { exercise: "greet", outcome: 0, at: start });
    expect(state).toEqual(emptyLearnerState());
  });
});
