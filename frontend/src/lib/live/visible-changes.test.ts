import type { ConceptMastery, MasterySnapshot } from "@mastery/contracts/mastery";
import { describe, expect, it } from "vitest";
import { visibleChanges } from "./visible-changes.ts";

function concept(id: string, score: number, evidence: ConceptMastery["evidence"] = "enough"): ConceptMastery {
  return {
    concept: id,
    name: id,
    score,
    low: score,
    high: score,
    evidence,
    status: "learning",
    attempts: 1,
    because: [],
  };
}

const snapshot: MasterySnapshot = {
  studentId: "s1",
  course: "python",
  calculatedAt: "2026-03-01T10:00:00.000Z",
  asOfEvent: 3,
  modelVersion: "test",
  overall: { score: 0.62, low: 0.5, high: 0.7, evidence: "enough" },
  concepts: [concept("loops", 0.714), concept("lists", 0.66), concept("sets", 0.4, "none")],
  practisedDays: [true, false, false, false, false, false, true],
  streakDays: 1,
};

describe("the changes that are marked", () => {
  it("are those of numbers that read differently now", () => {
    const changes = { loops: { before: 0.706 }, lists: { before: 0.64 }, overall: { before: 0.6 } };
    expect(visibleChanges(changes, snapshot)).toEqual({ lists: { before: 0.64 }, overall: { before: 0.6 } });
  });

  it("leave out what shows no number", () => {
    expect(visibleChanges({ sets: { before: 0.3 }, elsewhere: { before: 0.1 } }, snapshot)).toEqual({});
    expect(visibleChanges({ loops: { before: 0.1 } }, undefined)).toEqual({});
  });

  it("hold what changed by an amount that is not known", () => {
    expect(visibleChanges({ overall: {} }, snapshot)).toEqual({ overall: {} });
  });
});
