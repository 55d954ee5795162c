import { describe, expect, it } from "vitest";
import type { TestStep } from "./course.ts";
import { openTestView } from "./open-test-view.ts";

function view(...steps: TestStep[]): [string, string] {
  const { input, expected } = openTestView({ name: "t", visibility: "open", steps });
  return [input, expected];
}

describe("openTestView", () => {
  it("shows a call as typed, with its expected value", () => {
    expect(view({ do: "call", code: "f(1)", expect: "[1]" })).toEqual(["f(1)", "[1]"]);
  });

  it("shows several steps one per line", () => {
    const steps: TestStep[] = [
      { do: "construct", code: "A()", as: "a" },
      { do: "method", code: "a.pop()", raises: "IndexError", raisesMessage: "empty" },
      { do: "call", code: "count(a)", take: 2, expect: "[0, 1]" },
    ];
    expect(view(...steps)).toEqual([
      "a = A()\na.pop()\ncount(a)  # the first 2",
      "IndexError: empty\n[0, 1]",
    ]);
  });

  it("shows a program with what is typed into it and what it prints", () => {
    expect(view({ do: "run", stdin: ["Ann"], stdout: "Hi Ann\n" })).toEqual([
      '# runs your program, typing "Ann"',
      "Hi Ann",
    ]);
  });
});
