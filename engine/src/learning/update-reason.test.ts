import { describe, expect, it } from "vitest";
import { updateReason } from "./update-reason.ts";

const change = (before: number, after: number) => ({ concept: "loops", name: "Loops", before, after });

describe("updateReason", () => {
  it("says what was solved and how far the main concept went", () => {
    expect(updateReason({ title: "Count down", outcome: 1 }, change(0.42, 0.551))).toBe(
      "You solved “Count down”, so Loops went from 42\u00a0% to 55\u00a0%.",
    );
  });

  it("does not blame for a failure", () => {
    expect(updateReason({ title: "Count down", outcome: 0 }, change(0.5, 0.46))).toBe(
      "“Count down” is not solved yet, so Loops went from 50\u00a0% to 46\u00a0%.",
    );
  });

  it("does not claim a change that nobody could see", () => {
    expect(updateReason({ title: "Count down", outcome: 1 }, change(0.951, 0.953))).toBe(
      "You solved “Count down”; Loops stays at 95\u00a0%.",
    );
  });
});
