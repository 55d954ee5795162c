import { describe, expect, it } from "vitest";
import { cursorAt, offsetOfLine } from "./code-surface.ts";

const text = "def f():\n    return 1\n";

describe("places in a text", () => {
  it("counts lines and columns from 1", () => {
    expect(cursorAt(text, 0)).toEqual({ line: 1, column: 1 });
    expect(cursorAt(text, text.indexOf("return"))).toEqual({ line: 2, column: 5 });
    expect(cursorAt(text, text.length)).toEqual({ line: 3, column: 1 });
  });

  it("finds where a line begins, and the end for a line that is not there", () => {
    expect(offsetOfLine(text, 1)).toBe(0);
    expect(offsetOfLine(text, 2)).toBe(9);
    expect(offsetOfLine(text, 99)).toBe(text.length);
  });
});
