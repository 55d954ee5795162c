import { describe, expect, it } from "vitest";
import type { Outcome } from "../mastery/attempt.ts";
import { scaleCourse, scoreAttempt } from "../mastery/course-scale.ts";
import { emptyLearnerState, type LearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { observe } from "../mastery/observe.ts";
import { seededRandom } from "../mastery/seeded-random.ts";
import type { RecommendInput } from "./recommend-input.ts";
import { recommend } from "./recommend.ts";

const start = Date.UTC(2026, 8, 7, 15);
const hourMs = 3_600_000;
const course = scaleCourse(
  {
    concepts: [
      { concept: "variables", name: "Variables", prerequisites: [] },
      { concept: "loops", name: "Loops", prerequisites: ["variables"] },
      { concept: "lists", name: "Lists", prerequisites: ["loops"] },
    ],
    exercises: ["variables", "loops", "lists"].flatMap((concept, c) =>
      [0, 1, 2, 3].map((n) => ({ slug: `${concept}-${n}`, concepts: [concept], difficulty: 2 * c + n + 1 })),
    ),
  },
  { difficulty: new Map(), ease: new Map() },
);

function after(outcomes: [string, Outcome][]): LearnerState {
  return outcomes.reduce((state, [exercise, outcome], i) => {
    const attempt = scoreAttempt(course, { exercise, outcome, at: start + i * 12 * hourMs, timeZone: "UTC" });
    return attempt ? observe(currentModel, state, attempt) : state;
  }, emptyLearnerState());
}

function suggest(overrides: Partial<RecommendInput> = {}) {
  return recommend({
    model: currentModel,
    state: emptyLearnerState(),
    course,
    at: start + 1000 * hourMs,
    limit: 5,
    dismissed: new Set(),
    recent: [],
    random: () => 0.5,
    ...overrides,
  });
}

const slugs = (suggestions: { exercise: string }[]): string[] => suggestions.map(({ exercise }) => exercise);

/** Variables mastered, then failures that make it slip. */
const slipping = after([
  ...[0, 1, 2, 3, 0, 1, 2, 3, 0, 1, 2, 3].map((n): [string, Outcome] => [`variables-${n}`, 1]),
  ["variables-3", 0],
  ["variables-3", 0],
  ["variables-2", 0],
]);

describe("recommend", () => {
  it("suggests passed exercises again when what they teach is too weak for the next concept to open", () => {
    const weak = after([
      ...[0, 1, 2, 3].map((n): [string, Outcome] => [`variables-${n}`, 1]),
      ...Array.from({ length: 12 }, (_, i): [string, Outcome] => [`variables-${i % 4}`, 0]),
    ]);
    const suggestions = suggest({ state: weak, limit: 20 });
    expect(suggestions.length).toBeGreaterThan(0);
    expect(slugs(suggestions).every((slug) => slug.startsWith("variables-"))).toBe(true);
  });

  it("has something to practise as long as anything is still to master", () => {
    const all = after(
      ["variables", "loops", "lists"].flatMap((concept) =>
        [0, 1, 2, 3].map((n): [string, Outcome] => [`${concept}-${n}`, 1]),
      ),
    );
    expect(suggest({ state: all }).length).toBeGreaterThan(0);
  });

  it("suggests only exercises whose prerequisites are met", () => {
    const suggestions = suggest({ limit: 20 });
    expect(new Set(slugs(suggestions))).toEqual(
      new Set(["variables-0", "variables-1", "variables-2", "variables-3"]),
    );
  });

  it("suggests nothing passed before, unless it reviews a concept about to slip", () => {
    const fresh = after([["variables-0", 1]]);
    expect(slugs(suggest({ state: fresh, limit: 20 }))).not.toContain("variables-0");
    const reviews = suggest({ state: slipping, limit: 20 }).filter(({ concepts }) =>
      concepts.includes("variables"),
    );
    expect(reviews.length).toBeGreaterThan(0);
    expect(reviews.some(({ reason }) => reason.kind === "forgetting")).toBe(true);
    expect(reviews.find(({ reason }) => reason.kind === "forgetting")?.reason.text).toBe(
      "Variables may slip this week; one exercise keeps it fresh",
    );
  });

  it("leaves out what the learner dismissed", () => {
    const [first] = slugs(suggest());
    expect(slugs(suggest({ dismissed: new Set([first ?? ""]), limit: 20 }))).not.toContain(first);
  });

  it("lets what was tried lately step back", () => {
    const [first] = slugs(suggest());
    expect(slugs(suggest({ recent: [first ?? ""] }))[0]).not.toBe(first);
  });

  it("names what an exercise opens when that speaks loudest for it", () => {
    const easiest = suggest({ limit: 20 }).find(({ exercise }) => exercise === "variables-0");
    expect(easiest?.reason).toEqual({ kind: "unblocks", text: "Opens the way to Loops" });
  });

  it("gives the same answer to the same question", () => {
    const ask = () => suggest({ random: seededRandom(4).uniform, limit: 4 });
    expect(ask()).toEqual(ask());
  });

  it("leaves a slot to chance when the draw says so, and says it was chance", () => {
    const draws = [0.05, 0.99, 0.5, 0.5];
    const [first, second] = suggest({ random: () => draws.shift() ?? 0.5, limit: 2 });
    expect(first?.reason.kind).toBe("exploration");
    expect(first?.propensity).toBeCloseTo(0.1 / 4);
    expect(second?.reason.kind).not.toBe("exploration");
    expect(second?.propensity).toBeCloseTo(0.9 + 0.1 / 3);
  });

  it("leaves about one slot in ten to chance", () => {
    const { uniform } = seededRandom(1);
    const slots = Array.from({ length: 1000 }, () => suggest({ random: uniform, limit: 1 })).flat();
    const explored = slots.filter(({ reason }) => reason.kind === "exploration").length;
    expect(explored).toBeGreaterThan(60);
    expect(explored).toBeLessThan(140);
  });

  it("never suggests an exercise twice, nor more than asked for", () => {
    const { uniform } = seededRandom(2);
    const suggestions = suggest({ random: uniform, limit: 3 });
    expect(suggestions).toHaveLength(3);
    expect(new Set(slugs(suggestions)).size).toBe(3);
    expect(suggest({ limit: 0 })).toEqual([]);
  });
});
