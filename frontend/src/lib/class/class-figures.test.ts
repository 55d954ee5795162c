import type { ClassMember } from "@mastery/contracts/class";
import { describe, expect, it } from "vitest";
import { addVerdict, classVerdicts, verdictsMax, type ClassVerdict } from "./class-verdicts.ts";
import { firstSorting, sortMembers } from "./sort-members.ts";
import { whoIsWorking, whoNeedsHelp } from "./who-needs-help.ts";

const now = Date.parse("2026-03-01T10:00:00.000Z");

function minutesAgo(minutes: number): string {
  return new Date(now - minutes * 60_000).toISOString();
}

function member(name: string, more: Partial<ClassMember> = {}): ClassMember {
  return {
    studentId: name,
    displayName: name,
    overall: { score: 0.5, low: 0.4, high: 0.6, evidence: "enough" },
    demo: false,
    ...more,
  };
}

function scored(name: string, score: number, evidence: "none" | "enough" = "enough"): ClassMember {
  return member(name, { overall: { score, low: score, high: score, evidence } });
}

function verdict(studentId: string, minutes: number, more: Partial<ClassVerdict> = {}): ClassVerdict {
  return {
    studentId,
    displayName: studentId,
    exercise: "count-words",
    title: "Count words",
    status: "failed",
    at: minutesAgo(minutes),
    ...more,
  };
}

function names(members: readonly ClassMember[]): string[] {
  return members.map(({ displayName }) => displayName);
}

describe("the order of a class", () => {
  it("goes by name as people read it: numbers by size, case ignored", () => {
    const members = ["Learner 10", "learner 9", "Ada"].map((name) => member(name));
    expect(names(sortMembers(members, firstSorting.name))).toEqual(["Ada", "learner 9", "Learner 10"]);
  });

  it("shows the weakest first and keeps equals by name", () => {
    const members = [scored("Cy", 0.9), scored("Bo", 0.3), scored("Al", 0.3)];
    expect(names(sortMembers(members, firstSorting.mastery))).toEqual(["Al", "Bo", "Cy"]);
    expect(names(sortMembers(members, { by: "mastery", descending: true }))).toEqual(["Cy", "Al", "Bo"]);
  });

  it("keeps who was never measured or active at the end, whichever way it goes", () => {
    const members = [scored("New", 0.1, "none"), scored("Old", 0.9)];
    for (const descending of [true, false])
      expect(names(sortMembers(members, { by: "mastery", descending }))).toEqual(["Old", "New"]);
    const active = [member("Never"), member("Once", { lastActiveAt: minutesAgo(5) })];
    for (const descending of [true, false])
      expect(names(sortMembers(active, { by: "active", descending }))).toEqual(["Once", "Never"]);
  });
});

describe("the verdicts of a class", () => {
  const activity = {
    classId: "c1",
    overall: { score: 0.5, low: 0.4, high: 0.6, evidence: "enough" as const },
    ...verdict("Ada", 1),
  };

  it("hold an event once, however often it is told", () => {
    const once = addVerdict([], activity);
    expect(addVerdict(once, activity)).toEqual(once);
    expect(once).toHaveLength(1);
  });

  it("never grow past their limit", () => {
    const many = Array.from({ length: verdictsMax }, (_unused, i) => verdict("Bo", i + 2));
    expect(addVerdict(many, activity)).toHaveLength(verdictsMax);
  });

  it("join what was followed with everybody's last one, newest first and none twice", () => {
    const last = { exercise: "sum", title: "Sum", status: "passed" as const, at: minutesAgo(3) };
    const members = [member("Ada", { last: { ...last, at: minutesAgo(1) } }), member("Bo", { last })];
    const followed = [verdict("Ada", 1), verdict("Ada", 9)];
    expect(classVerdicts(members, followed).map(({ studentId, at }) => [studentId, at])).toEqual([
      ["Ada", minutesAgo(1)],
      ["Bo", minutesAgo(3)],
      ["Ada", minutesAgo(9)],
    ]);
  });
});

describe("who needs the teacher", () => {
  const members = [member("Ada"), member("Bo")];

  it("is who failed three times in a row on one exercise", () => {
    const verdicts = [verdict("Ada", 1), verdict("Ada", 4), verdict("Ada", 9), verdict("Bo", 1)];
    expect(whoNeedsHelp(members, verdicts, now)).toMatchObject([
      { member: { displayName: "Ada" }, because: { type: "stuck", failures: 3, minutes: 8 } },
    ]);
  });

  it("is nobody whose failures were on another exercise or before a pass", () => {
    const other = { exercise: "sum", title: "Sum" };
    const verdicts = [verdict("Ada", 1), verdict("Ada", 2, other), verdict("Ada", 3, other)];
    expect(whoNeedsHelp(members, verdicts, now)).toEqual([]);
    const passed = [verdict("Ada", 1), verdict("Ada", 2, { status: "passed" }), verdict("Ada", 3)];
    expect(whoNeedsHelp(members, passed, now)).toEqual([]);
  });

  it("is who fell silent after a failure, until they have left", () => {
    expect(whoNeedsHelp(members, [verdict("Bo", 18)], now)).toMatchObject([
      { because: { type: "silent", minutes: 18 } },
    ]);
    expect(whoNeedsHelp(members, [verdict("Bo", 9)], now)).toEqual([]);
    expect(whoNeedsHelp(members, [verdict("Bo", 61)], now)).toEqual([]);
    expect(whoNeedsHelp(members, [verdict("Bo", 18, { status: "passed" })], now)).toEqual([]);
  });

  it("puts who is stuck before who is silent", () => {
    const verdicts = [verdict("Bo", 30), verdict("Ada", 1), verdict("Ada", 2), verdict("Ada", 3)];
    expect(names(whoNeedsHelp(members, verdicts, now).map(({ member }) => member))).toEqual(["Ada", "Bo"]);
  });
});

describe("who is at work", () => {
  it("handed in within five minutes, the latest first", () => {
    const members = [
      member("Gone", { lastActiveAt: minutesAgo(6) }),
      member("Ada", { lastActiveAt: minutesAgo(4) }),
      member("Bo", { lastActiveAt: minutesAgo(1) }),
      member("Never"),
    ];
    expect(names(whoIsWorking(members, now))).toEqual(["Bo", "Ada"]);
  });
});
