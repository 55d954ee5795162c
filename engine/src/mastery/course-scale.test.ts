import { describe, expect, it } from "vitest";
import { scaleCourse, scoreAttempt, type CourseOutline } from "./course-scale.ts";

const course: CourseOutline = {
  concepts: [
    { concept: "loops", name: "Loops", prerequisites: [] },
    { concept: "empty", name: "Empty", prerequisites: [] },
  ],
  exercises: [
    { slug: "count", concepts: ["loops"], difficulty: 3 },
    { slug: "sum", concepts: ["loops"], difficulty: 5 },
    { slug: "nest", concepts: ["loops"], difficulty: 9 },
  ],
};
const none = { difficulty: new Map(), ease: new Map() };

describe("scaleCourse", () => {
  it("seeds difficulty from the author's rating until a shared value exists", () => {
    const difficulty = new Map([["sum", { value: 0.7, count: 12 }]]);
    const { exercises } = scaleCourse(course, { ...none, difficulty });
    expect(exercises.get("count")?.difficulty).toBeCloseTo(-0.8);
    expect(exercises.get("sum")?.difficulty).toBe(0.7);
  });

  it("judges a concept by the median of its exercises, and one without exercises by the middle", () => {
    const { concepts } = scaleCourse(course, none);
    expect(concepts.get("loops")?.typicalDifficulty).toBe(0);
    expect(concepts.get("empty")?.typicalDifficulty).toBe(0);
    const even = { ...course, exercises: course.exercises.slice(0, 2) };
    expect(scaleCourse(even, none).concepts.get("loops")?.typicalDifficulty).toBeCloseTo(-0.4);
  });
});

describe("scoreAttempt", () => {
  const submission = {
    exercise: "count",
    outcome: 1 as const,
    at: Date.UTC(2026, 8, 1, 23),
    timeZone: "Asia/Tokyo",
  };

  it("carries the shared values of the moment and the day in the learner's time zone", () => {
    const ease = new Map([["loops", { value: 0.25, count: 3 }]]);
    expect(scoreAttempt(scaleCourse(course, { ...none, ease }), submission)).toEqual({
      exercise: "count",
      difficulty: -0.8,
      concepts: [{ concept: "loops", ease: 0.25, typicalDifficulty: 0 }],
      outcome: 1,
      at: submission.at,
      day: "2026-09-02",
    });
  });

  it("is undefined for an exercise that the course does not have", () => {
    expect(scoreAttempt(scaleCourse(course, none), { ...submission, exercise: "gone" })).toBeUndefined();
  });
});
