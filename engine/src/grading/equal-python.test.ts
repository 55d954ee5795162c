import { describe, expect, it } from "vitest";
import { equalPython } from "./equal-python.ts";
import { parsePython } from "./parse-python.ts";

function equal(a: string, b: string): boolean {
  const [left, right] = [parsePython(a), parsePython(b)];
  if (!left || !right) throw new Error(`no literal: ${a} or ${b}`);
  return equalPython(left, right) && equalPython(right, left);
}

describe("equalPython", () => {
  it.each([
    ["3", "3.0"],
    ["0.3", "0.30000000000000004"],
    ["nan", "nan"],
    ["inf", "inf"],
    ["0", "-0.0"],
    ["{1, 2}", "{2, 1}"],
    ["{0.3, 1}", "{1.0, 0.30000000000000004}"],
    ["{'a': 1, 'b': [2]}", "{'b': [2.0], 'a': 1}"],
    ["{1}", "frozenset({1})"],
    ["'a'", '"a"'],
    [`${10n ** 30n}`, `${10n ** 30n}`],
  ])("finds %s and %s equal", (a, b) => {
    expect(equal(a, b)).toBe(true);
  });

  it.each([
    ["True", "1"],
    ["False", "0"],
    ["[1]", "(1,)"],
    ["'1'", "1"],
    ["b'a'", "'a'"],
    ["None", "False"],
    ["inf", "-inf"],
    ["inf", "1e308"],
    ["0.3", "0.3001"],
    ["[1, 2]", "[2, 1]"],
    ["[1]", "[1, 2]"],
    ["{'a': 1}", "{'a': 2}"],
    ["{1, 2}", "{1, 3}"],
    [`${10n ** 30n}`, `${10n ** 30n + 1n}`],
  ])("finds %s and %s different", (a, b) => {
    expect(equal(a, b)).toBe(false);
  });
});
