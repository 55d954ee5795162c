import type { MasterySnapshot } from "@mastery/contracts/mastery";
import { describe, expect, it } from "vitest";
import { patchMastery } from "./patch-mastery.ts";
import { masteryUpdated } from "./test-events.ts";

const estimate = { score: 0.6, low: 0.4, high: 0.7, evidence: "enough" as const };
const snapshot: MasterySnapshot = {
  studentId: "s1",
  course: "python",
  calculatedAt: "2026-01-05T09:00:00.000Z",
  asOfEvent: 4,
  modelVersion: "m1",
  overall: estimate,
  concepts: [
    { ...estimate, concept: "loops", name: "Loops", status: "learning", attempts: 6, because: [] },
    { ...estimate, concept: "sets", name: "Sets", status: "ready", attempts: 0, because: [] },
  ],
  practisedDays: [false, false, false, false, false, false, true],
  streakDays: 1,
};
const update = masteryUpdated().data;

describe("patchMastery", () => {
  it("moves the numbers of what changed and leaves the rest untouched", () => {
    const patched = patchMastery(snapshot, update, 5);
    expect(patched.overall.score).toBe(0.62);
    expect(patched.concepts[0]).toMatchObject({ score: 0.62, attempts: 7, name: "Loops" });
    expect(patched.concepts[1]).toBe(snapshot.concepts[1]);
    expect(patched.asOfEvent).toBe(5);
  });

  it("changes nothing that the snapshot contains already", () => {
    expect(patchMastery(snapshot, update, 4)).toBe(snapshot);
    const once = patchMastery(snapshot, update, 5);
    expect(patchMastery(once, update, 5)).toBe(once);
  });

  it("changes nothing of another course", () => {
    expect(patchMastery(snapshot, { ...update, course: "rust" }, 5)).toBe(snapshot);
  });
});
