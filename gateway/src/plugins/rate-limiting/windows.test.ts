import { describe, expect, it } from "vitest";
import { windowStart } from "./windows.ts";

describe("windowStart", () => {
  const now = Date.UTC(2026, 6, 15, 13, 37, 42, 123);
  it.each([
    ["second", Date.UTC(2026, 6, 15, 13, 37, 42)],
    ["minute", Date.UTC(2026, 6, 15, 13, 37)],
    ["hour", Date.UTC(2026, 6, 15, 13)],
    ["day", Date.UTC(2026, 6, 15)],
    ["month", Date.UTC(2026, 6)],
    ["year", Date.UTC(2026, 0)],
  ] as const)("begins a %s on the clock, in UTC", (name, expected) => {
    expect(windowStart(name, now)).toBe(expected);
    expect(windowStart(name, expected)).toBe(expected);
    expect(windowStart(name, expected - 1)).toBeLessThan(expected);
  });
});
