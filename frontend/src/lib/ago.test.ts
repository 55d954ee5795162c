import { describe, expect, it } from "vitest";
import { ago } from "./ago.ts";

describe("ago", () => {
  it("names the largest unit that has passed", () => {
    expect([12_000, 59_999, 60_000, 3_600_000, 90_000_000].map((past) => ago(0, past))).toEqual([
      "12 s",
      "59 s",
      "1 min",
      "1 h",
      "1 d",
    ]);
  });
  it("never shows a time to come, whatever the clocks say", () => {
    expect(ago(5000, 1000)).toBe("0 s");
  });
});
