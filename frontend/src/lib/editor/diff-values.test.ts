import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { diffValues, type DiffLine } from "./diff-values.ts";

const show = (lines: readonly DiffLine[]) =>
  lines.map(({ side, pieces }) => {
    const sign = { both: " ", expected: "-", got: "+" }[side];
    return sign + pieces.map(({ text, marked }) => (marked ? `<${text}>` : text)).join("");
  });

describe("the diff of two values", () => {
  it("shows a dict entry by entry, and marks what differs", () => {
    expect(show(diffValues("{'stop': 3}", "{'stop,': 1, 'stop.': 1, 'stop!': 1}"))).toEqual([
      " {",
      "-    'stop': <3>,",
      "+    'stop<,>': <1>,",
      "+    'stop<.>': <1>,",
      "+    'stop<!>': <1>,",
      " }",
    ]);
  });

  it("takes no notice of the order in a dict or set", () => {
    expect(show(diffValues("{'a': 1, 'b': 2}", "{'b': 2, 'a': 9}"))).toEqual([
      " {",
      "-    'a': <1>,",
      "+    'a': <9>,",
      "     'b': 2,",
      " }",
    ]);
  });

  it("keeps the order of a list", () => {
    expect(show(diffValues("[1, 2]", "[2, 1]")).filter((line) => line.startsWith("+"))).toHaveLength(1);
  });

  it("sets two plain values below each other", () => {
    expect(show(diffValues("7", "8"))).toEqual(["-7", "+8"]);
    expect(show(diffValues("'Ada'", "None"))).toEqual(["-'Ada'", "+None"]);
  });

  it("leaves a short collection on its line against something that is none", () => {
    expect(show(diffValues("{'chess'}", "None"))).toEqual(["-{'chess'}", "+None"]);
  });

  it("shows printed lines one by one", () => {
    expect(show(diffValues(String.raw`'one\ntwo\n'`, String.raw`'one\nthree\n'`))).toEqual([
      String.raw` 'one\n'`,
      String.raw`-'<two>\n'`,
      String.raw`+'<three>\n'`,
    ]);
  });

  it("leaves commas and brackets inside of strings alone", () => {
    expect(show(diffValues("['a, b', '[']", "['a, b', '(']"))).toEqual([
      " [",
      "     'a, b',",
      "-    '[',",
      "+    '(',",
      " ]",
    ]);
  });

  it("shows nothing but shared lines for equal values", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(diffValues(text, text).every(({ side }) => side === "both")).toBe(true);
      }),
    );
  });

  it("loses no character of either value's lines", () => {
    const value = fc.oneof(
      fc.string(),
      fc.array(fc.integer()).map((list) => `[${list.join(", ")}]`),
      fc.dictionary(fc.string(), fc.integer()).map((dict) => JSON.stringify(dict)),
    );
    fc.assert(
      fc.property(value, value, (expected, got) => {
        const kept = (side: "expected" | "got") =>
          bare(
            diffValues(expected, got)
              .filter((line) => line.side === "both" || line.side === side)
              .map((line) => line.pieces.map(({ text }) => text).join(""))
              .join(""),
          );
        expect(kept("expected")).toBe(bare(expected));
        expect(Array.from(kept("got")).toSorted()).toEqual(Array.from(bare(got)).toSorted());
      }),
    );
  });
});

/** A layout adds line breaks, spaces, commas and the quotes of broken texts; nothing else may differ. */
function bare(text: string): string {
  return text.replaceAll(/[\s,'"]/gu, "");
}
