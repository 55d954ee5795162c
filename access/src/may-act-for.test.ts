import { describe, expect, it } from "vitest";
import { mayActForLearner, mayReadClass, type Teaching } from "./may-act-for.ts";

/** One teacher, one class, one learner in it. */
const teaching: Teaching = {
  teachesLearner: async (accountId, studentId) => accountId === "teacher" && studentId === "learner",
  teachesClass: async (accountId, classId) => accountId === "teacher" && classId === "class",
};

describe("acting for a learner", () => {
  it.each([
    ["a learner for themselves", { sub: "a", role: "student", studentId: "learner" }, "learner", true],
    ["a learner for another", { sub: "a", role: "student", studentId: "learner" }, "other", false],
    ["a learner named like an account", { sub: "learner", role: "student" }, "learner", false],
    ["a teacher for a learner of theirs", { sub: "teacher", role: "teacher" }, "learner", true],
    ["a teacher for another's learner", { sub: "teacher", role: "teacher" }, "other", false],
    ["another teacher", { sub: "colleague", role: "teacher" }, "learner", false],
    ["an admin for anybody", { sub: "admin", role: "admin" }, "other", true],
  ] as const)("%s", async (_who, caller, studentId, allowed) => {
    expect(await mayActForLearner(caller, studentId, teaching)).toBe(allowed);
  });
});

describe("reading a class", () => {
  it.each([
    ["its teacher", { sub: "teacher", role: "teacher" }, "class", true],
    ["a teacher of another class", { sub: "teacher", role: "teacher" }, "other", false],
    ["a learner", { sub: "a", role: "student", studentId: "learner" }, "class", false],
    ["an admin", { sub: "admin", role: "admin" }, "other", true],
  ] as const)("%s", async (_who, caller, classId, allowed) => {
    expect(await mayReadClass(caller, classId, teaching)).toBe(allowed);
  });
});
