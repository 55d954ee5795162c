import type { ClassView } from "@mastery/contracts/class";
import type { EventData } from "@mastery/contracts/event-data";
import { describe, expect, it } from "vitest";
import { patchClass } from "./patch-class.ts";

const estimate = { score: 0.6, low: 0.5, high: 0.7, evidence: "enough" as const };

const view: ClassView = {
  classId: "c1",
  name: "Year 9",
  course: "python",
  courseTitle: "Python",
  inviteCode: "ABCD-1234",
  asOfEvent: 7,
  members: [
    { studentId: "s1", displayName: "Ada", overall: estimate, demo: false },
    { studentId: "s2", displayName: "Bo", overall: estimate, demo: false },
  ],
};

const activity: EventData<"class.activity"> = {
  classId: "c1",
  studentId: "s2",
  displayName: "Bo",
  exercise: "count-words",
  title: "Count words",
  status: "passed",
  overall: { ...estimate, score: 0.65 },
  at: "2026-03-01T10:00:00.000Z",
};

describe("a class when one of its learners did something", () => {
  it("has that learner's new numbers, and the same row as before for everybody else", () => {
    const patched = patchClass(view, activity, 8);
    expect(patched.asOfEvent).toBe(8);
    expect(patched.members[0]).toBe(view.members[0]);
    expect(patched.members[1]).toEqual({
      ...view.members[1],
      overall: activity.overall,
      lastActiveAt: activity.at,
      last: { exercise: "count-words", title: "Count words", status: "passed", at: activity.at },
    });
  });

  it("stays as it was for an event that it already contains", () => {
    expect(patchClass(view, activity, 7)).toBe(view);
  });

  it("stays as it was for an event of another class", () => {
    expect(patchClass(view, { ...activity, classId: "c2" }, 8)).toBe(view);
  });

  it("gains no row for somebody who is not in it", () => {
    expect(patchClass(view, { ...activity, studentId: "s3" }, 8).members).toEqual(view.members);
  });
});
