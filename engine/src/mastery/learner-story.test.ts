import { MasterySnapshot } from "@mastery/contracts/mastery";
import { describe, expect, it } from "vitest";
import type { Outcome } from "./attempt.ts";
import { type CourseOutline, scaleCourse, scoreAttempt } from "./course-scale.ts";
import { conceptState, emptyLearnerState, type LearnerState } from "./learner-state.ts";
import { mastery } from "./mastery.ts";
import { currentModel } from "./model-version.ts";
import { observe } from "./observe.ts";
import { masterySnapshot } from "./snapshot.ts";

const dayMs = 86_400_000;
const hourMs = 3_600_000;
const monday = Date.UTC(2026, 8, 7, 15);
const timeZone = "Europe/Berlin";
const shared = { difficulty: new Map(), ease: new Map() };
const outline: CourseOutline = {
  concepts: [
    { concept: "variables", name: "Variables", prerequisites: [] },
    { concept: "loops", name: "Loops", prerequisites: ["variables"] },
    { concept: "lists", name: "Lists", prerequisites: ["loops"] },
  ],
  exercises: ["variables", "loops", "lists"].flatMap((concept, c) =>
    [1, 2, 3, 4, 5, 6].map((n) => ({ slug: `${concept}-${n}`, concepts: [concept], difficulty: 2 * c + 3 })),
  ),
};
const course = scaleCourse(outline, shared);

/** [exercise, outcome, hours after Monday 15:00 UTC], in order. */
type Story = [string, Outcome, number][];

function live(story: Story): LearnerState {
  return story.reduce((state, [exercise, outcome, hours]) => {
    const attempt = scoreAttempt(course, { exercise, outcome, at: monday + hours * hourMs, timeZone });
    return attempt ? observe(currentModel, state, attempt) : state;
  }, emptyLearnerState());
}

function snapshot(story: Story, day: number) {
  const state = live(story);
  return masterySnapshot(currentModel, {
    course: outline,
    shared,
    state,
    at: monday + day * dayMs,
    timeZone,
  });
}

function rows(story: Story, day: number): string[] {
  return snapshot(story, day).concepts.map(
    ({ concept, status, evidence, low, score, high }) =>
      `${concept}: ${status}, ${evidence}, ${[low, score, high].map((share) => share.toFixed(2)).join(" ")}`,
  );
}

const sixOfSix: Story = [1, 2, 3, 4, 5, 6].map((n) => [`variables-${n}`, 1, n <= 3 ? n : 24 + n]);
/** Six of Variables on two days, five of Loops on the third, and three of Variables once more on the fourth. */
const mastering: Story = [
  ...sixOfSix,
  ...[1, 2, 3, 4, 5].map((n): [string, Outcome, number] => [`loops-${n}`, 1, 48 + n]),
  ...[1, 2, 3].map((n): [string, Outcome, number] => [`variables-${n}`, 1, 72 + n]),
];
const threeOnOneDay: Story = sixOfSix.slice(0, 3);
const struggling: Story = [
  ["variables-1", 0, 0],
  ["variables-1", 1, 1],
  ["variables-2", 0, 24],
  ["variables-3", 0, 25],
];

describe("a learner's story", () => {
  it("begins with wide intervals, the first concept open and the others locked", () => {
    expect(rows([], 0)).toEqual([
      "variables: ready, none, 0.39 0.72 0.91",
      "loops: locked, none, 0.23 0.55 0.84",
      "lists: locked, none, 0.13 0.37 0.71",
    ]);
  });

  it("goes on after one pass with a higher score and the next concept open", () => {
    expect(rows([["variables-1", 1, 0]], 0)).toEqual([
      "variables: learning, low, 0.53 0.81 0.94",
      "loops: ready, none, 0.27 0.60 0.85",
      "lists: locked, none, 0.15 0.41 0.73",
    ]);
  });

  it("reaches mastery when even the lower bound is past .8", () => {
    expect(rows(sixOfSix, 1.26)[0]).toBe("variables: learning, enough, 0.75 0.91 0.97");
    expect(rows(mastering, 3.2)).toEqual([
      "variables: mastered, enough, 0.85 0.94 0.98",
      "loops: learning, enough, 0.67 0.86 0.95",
      "lists: ready, none, 0.28 0.55 0.80",
    ]);
    expect(conceptState(live(mastering), "variables")?.masteredAt).toBeGreaterThan(monday);
  });

  it("is no mastery yet on one day, however well it went", () => {
    expect(conceptState(live(threeOnOneDay), "variables")).toMatchObject({
      solved: 3,
      days: 1,
      masteredAt: null,
    });
  });

  it("asks for review when the forecast for the coming week falls under .8", () => {
    const failing: Story = [4, 5, 6, 4].map((n, i) => [`variables-${n}`, 0, 96 + i]);
    expect(rows(mastering, 10)[0]).toBe("variables: mastered, enough, 0.82 0.93 0.98");
    expect(rows([...mastering, ...failing], 5)[0]).toBe("variables: review, enough, 0.56 0.78 0.91");
  });

  it("falls after failures and says what counts against the learner", () => {
    expect(rows(struggling, 2)).toEqual([
      "variables: learning, low, 0.16 0.37 0.66",
      "loops: locked, none, 0.09 0.26 0.55",
      "lists: locked, none, 0.05 0.14 0.36",
    ]);
  });

  it("is explained in the learner's words, the largest reason first, with its sign", () => {
    const because = (story: Story, day: number, concept = "variables") =>
      mastery(currentModel, live(story), concept, monday + day * dayMs, course)?.because.map(
        ({ text, effect }) => `${effect > 0 ? "+" : "-"} ${text}`,
      );
    expect(because(mastering, 3.2)).toEqual([
      "+ You have solved 6 exercises on Variables so far",
      "+ Variables exercises are among the easier ones",
      "+ You solved 10 of your last 10 across the course",
    ]);
    expect(because(mastering, 40)).toEqual([
      "+ You have solved 6 exercises on Variables so far",
      "+ Variables exercises are among the easier ones",
      "+ You solved 10 of your last 10 across the course",
    ]);
    expect(because(mastering, 40, "loops")).toEqual([
      "+ You solved 10 of your last 10 across the course",
      "+ You have solved 5 exercises on Loops so far",
      "- 37 days since you last practised Loops",
    ]);
    expect(because(struggling, 2)).toEqual([
      "- You solved 1 of your last 4 across the course",
      "+ Variables exercises are among the easier ones",
      "- You solved 1 of your last 4",
    ]);
    expect(because(struggling, 2, "loops")).toEqual(["- You solved 1 of your last 4 across the course"]);
  });

  it("counts practised days and the streak in the learner's time zone", () => {
    expect(snapshot(sixOfSix, 1.26)).toMatchObject({
      practisedDays: [false, false, false, false, false, true, true],
      streakDays: 2,
      modelVersion: currentModel.version,
    });
  });

  it("fits the contract once the ids are added, for a new learner and for a practised one", () => {
    for (const story of [[], mastering]) {
      const full = { studentId: "s1", course: "python", asOfEvent: 0, ...snapshot(story, 4) };
      expect(MasterySnapshot.parse(full)).toEqual(full);
    }
  });
});
