import { eventData } from "@mastery/contracts/event-data";
import { describe, expect, it } from "vitest";
import { practiceCourse } from "../../test-support/practice-course.ts";
import type { Outcome } from "../mastery/attempt.ts";
import { emptyLearnerState, type LearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { sittingGapMs } from "../mastery/sitting.ts";
import { assessSubmission, type Assessment } from "./assess-submission.ts";
import { courseOutline } from "./course-outline.ts";

const start = Date.UTC(2026, 10, 23, 12);

function assess(
  outcome: Outcome,
  {
    state = emptyLearnerState(),
    at = start,
    exercise = "total",
  }: { state?: LearnerState; at?: number; exercise?: string } = {},
): Assessment {
  return assessSubmission({
    model: currentModel,
    course: courseOutline(practiceCourse),
    shared: { difficulty: new Map(), ease: new Map() },
    state,
    submission: { exercise, title: "All together", outcome, at },
    timeZone: "Europe/Berlin",
    now: at,
  });
}

describe("assessSubmission", () => {
  it("says for each concept of the exercise where it stood and where it stands", () => {
    const passed = assess(1).mastery;
    expect(passed.map(({ concept, name }) => [concept, name])).toEqual([
      ["lists", "Lists"],
      ["numbers", "Numbers"],
    ]);
    for (const { before, after } of passed) expect(after).toBeGreaterThan(before);
    for (const { before, after } of assess(0).mastery) expect(after).toBeLessThan(before);
  });

  it("gives news that the contract can carry", () => {
    const updated = { course: "practice", submissionId: "s", ...assess(1).counted?.updated };
    expect(eventData["mastery.updated"].parse(updated).concepts.length).toBeGreaterThan(0);
  });

  it("names the exercise's own concepts first, the main one before the others", () => {
    const concepts = assess(1).counted?.updated.concepts.map(({ concept }) => concept) ?? [];
    expect(concepts.slice(0, 2)).toEqual(["lists", "numbers"]);
  });

  it("tells of a concept that it unlocked, though the exercise does not use it", () => {
    let state = emptyLearnerState();
    const statuses: (string | undefined)[] = [];
    for (let round = 0; round < 6; round += 1) {
      const exercise = round % 2 === 0 ? "double" : "square";
      const result = assess(1, { state, exercise, at: start + round * 2 * sittingGapMs });
      state = result.state;
      statuses.push(result.counted?.updated.concepts.find(({ concept }) => concept === "lists")?.status);
    }
    expect(statuses).toContain("ready");
  });

  it("changes nothing but the sitting when a second failure of one sitting does not count", () => {
    const first = assess(0);
    const second = assess(0, { state: first.state, at: start + 60_000 });
    expect(second.counted).toBeUndefined();
    expect({ ...second.state, sitting: first.state.sitting }).toEqual(first.state);
    for (const { before, after } of second.mastery) expect(after).toBe(before);
  });

  it("counts the next failure after the sitting ended", () => {
    const first = assess(0);
    const next = assess(0, { state: first.state, at: start + sittingGapMs });
    expect(next.counted?.attempt).toMatchObject({ exercise: "total", outcome: 0, day: "2026-11-23" });
  });
});
