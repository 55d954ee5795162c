import { describe, expect, it } from "vitest";
import { afterPractice, dayIn, practisedDays } from "./practised-days.ts";

const none = { recentDays: [], streak: 0 };

function after(days: string[]) {
  return days.reduce<{ recentDays: string[]; streak: number }>(afterPractice, none);
}

describe("practised days", () => {
  it("belong to the learner's time zone, not to UTC", () => {
    const lateEvening = Date.UTC(2026, 8, 1, 23, 30);
    expect(dayIn("UTC", lateEvening)).toBe("2026-09-01");
    expect(dayIn("Europe/Berlin", lateEvening)).toBe("2026-09-02");
  });

  it("make a streak of consecutive days, across the end of a month", () => {
    const part = after(["2026-08-30", "2026-08-31", "2026-08-31", "2026-09-01"]);
    expect(practisedDays(part, "2026-09-01").streakDays).toBe(3);
  });

  it("keep the streak on the day after, and end it the day after that", () => {
    const part = after(["2026-09-01", "2026-09-02"]);
    expect(practisedDays(part, "2026-09-03").streakDays).toBe(2);
    expect(practisedDays(part, "2026-09-04").streakDays).toBe(0);
  });

  it("start the streak again after a gap", () => {
    expect(after(["2026-09-01", "2026-09-02", "2026-09-05"]).streak).toBe(1);
  });

  it("show the last seven days, oldest first and ending today", () => {
    const part = after(["2026-09-01", "2026-09-03", "2026-09-07"]);
    expect(practisedDays(part, "2026-09-07").practisedDays).toEqual([
      true,
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("are not changed by a day that comes late, as after a move to another time zone", () => {
    const part = after(["2026-09-02"]);
    expect(afterPractice(part, "2026-09-01")).toEqual(part);
  });
});
