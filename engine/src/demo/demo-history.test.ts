import { describe, expect, it } from "vitest";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { demoHistory } from "./demo-history.ts";
import { demoClassmates, demoStudent } from "./demo-people.ts";

const now = new Date("2026-11-23T08:00:00Z");
const dayMs = 86_400_000;

describe("demoHistory", () => {
  it("is the same for the same seed", () => {
    const twice = [1, 2].map(() => demoHistory(practiceCourse, demoStudent, { now, seed: 4 }));
    expect(twice[0]).toEqual(twice[1]);
  });

  it("lies between joining and the learner's last day, in time order, and never in the future", () => {
    for (const [index, learner] of [demoStudent, ...demoClassmates].entries()) {
      const times = demoHistory(practiceCourse, learner, { now, seed: index }).map(({ at }) => at);
      expect(times).toEqual(times.toSorted((a, b) => a - b));
      expect(times.at(-1)).toBeLessThanOrEqual(now.getTime() - learner.awayDays * dayMs);
      expect(times[0]).toBeGreaterThan(now.getTime() - (learner.days + 2) * dayMs);
    }
  });
});
