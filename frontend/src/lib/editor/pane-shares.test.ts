import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  clampShare,
  keepPaneShares,
  readPaneShares,
  shareAfterKey,
  shareMax,
  shareMin,
} from "./pane-shares.ts";

const keys = { grow: "ArrowRight", shrink: "ArrowLeft" };

describe("the division of the editor's panes", () => {
  it("never lets a pane leave the screen", () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true }), (share) => {
        expect(clampShare(share)).toBeGreaterThanOrEqual(shareMin);
        expect(clampShare(share)).toBeLessThanOrEqual(shareMax);
      }),
    );
  });

  it("moves by the arrow keys and to its ends, and by no other key", () => {
    expect(shareAfterKey(0.4, "ArrowRight", keys)).toBeCloseTo(0.42);
    expect(shareAfterKey(0.4, "ArrowLeft", keys)).toBeCloseTo(0.38);
    expect(shareAfterKey(0.4, "Home", keys)).toBe(shareMin);
    expect(shareAfterKey(0.4, "End", keys)).toBe(shareMax);
    expect(shareAfterKey(0.4, "a", keys)).toBeUndefined();
  });

  it("is remembered, and forgotten when it cannot be read", () => {
    let kept = "";
    keepPaneShares({ setItem: (_key, value) => void (kept = value) }, { task: 0.3 });
    expect(readPaneShares({ getItem: () => kept })).toEqual({ task: 0.3 });
    expect(readPaneShares({ getItem: () => "7" })).toEqual({});
  });
});
