import { spawnSync } from "node:child_process";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { equalPython } from "./equal-python.ts";
import { formatPython } from "./format-python.ts";
import { parsePython } from "./parse-python.ts";
import type { PythonValue } from "./python-value.ts";

const scalar: fc.Arbitrary<PythonValue> = fc.oneof(
  fc.constant<PythonValue>({ type: "None" }),
  fc.boolean().map((value): PythonValue => ({ type: "bool", value })),
  fc.bigInt({ min: -(2n ** 200n), max: 2n ** 200n }).map((value): PythonValue => ({ type: "int", value })),
  fc.double().map((value): PythonValue => ({ type: "float", value })),
  fc.string({ unit: "binary" }).map((value): PythonValue => ({ type: "str", value })),
  fc.uint8Array().map((bytes): PythonValue => ({ type: "bytes", value: String.fromCharCode(...bytes) })),
);

const { value: anyValue } = fc.letrec<{ value: PythonValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small" },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }).map((items): PythonValue => ({ type: "list", items })),
    fc.array(tie("value"), { maxLength: 4 }).map((items): PythonValue => ({ type: "tuple", items })),
    fc.uniqueArray(fc.string(), { maxLength: 4 }).map((texts): PythonValue => ({
      type: "set",
      items: texts.map((value) => ({ type: "str", value })),
    })),
    fc
      .uniqueArray(fc.tuple(fc.string(), tie("value")), { maxLength: 4, selector: ([key]) => key })
      .map((pairs): PythonValue => ({
        type: "dict",
        entries: pairs.map(([key, value]) => [{ type: "str", value: key }, value] as const),
      })),
  ),
}));

const python = spawnSync("python3", ["--version"]).status === 0;

describe("parsePython", () => {
  it("reads back what formatPython writes", () => {
    fc.assert(
      fc.property(anyValue, (value) => {
        const back = parsePython(formatPython(value));
        expect(back && equalPython(value, back)).toBe(true);
      }),
    );
  });

  it.skipIf(!python)(
    `reads what Python's own repr writes of any value${python ? "" : " (skipped: no python3)"}`,
    () => {
      const values = fc.sample(anyValue, { numRuns: 300, seed: 20 });
      const input = JSON.stringify(values.map(formatPython));
      const script =
        "import ast, json, sys\nnames = {'inf': float('inf'), 'nan': float('nan')}\n" +
        "print(json.dumps([repr(eval(text, names)) for text in json.loads(sys.stdin.read())]))";
      const { stdout } = spawnSync("python3", ["-X", "utf8", "-c", script], { input, encoding: "utf8" });
      const reprs: string[] = JSON.parse(stdout);
      expect(reprs).toHaveLength(values.length);
      const misread = values.filter((value, index) => {
        const back = parsePython(reprs[index] ?? "");
        return !(back && equalPython(value, back));
      });
      expect(misread).toEqual([]);
    },
  );

  it.each([
    ["0x1F", { type: "int", value: 31n }],
    ["-0b101", { type: "int", value: -5n }],
    ["1_000", { type: "int", value: 1000n }],
    [".5e1", { type: "float", value: 5 }],
    ["float('-inf')", { type: "float", value: Number.NEGATIVE_INFINITY }],
    ["1+2j", { type: "complex", real: 1, imaginary: 2 }],
    ["(-1-2j)", { type: "complex", real: -1, imaginary: -2 }],
    ["'a' \"b\"", { type: "str", value: "ab" }],
    ["r'\\n'", { type: "str", value: "\\n" }],
    ["'''a\n\"b\"'''", { type: "str", value: 'a\n"b"' }],
    ["'\\101\\x41\\u0041\\U0001F600'", { type: "str", value: "AAA😀" }],
    ["'\\q'", { type: "str", value: "\\q" }],
    ["b'\\xff\\u0041'", { type: "bytes", value: "ÿ\\u0041" }],
    ["(1)", { type: "int", value: 1n }],
    ["(1,)", { type: "tuple", items: [{ type: "int", value: 1n }] }],
    ["()", { type: "tuple", items: [] }],
    ["set()", { type: "set", items: [] }],
    ["frozenset([1])", { type: "frozenset", items: [{ type: "int", value: 1n }] }],
    [" [ True , None , ] ", { type: "list", items: [{ type: "bool", value: true }, { type: "None" }] }],
  ])("reads %s", (text, value) => {
    expect(parsePython(text)).toEqual(value);
  });

  it.each([
    "",
    "[1",
    "1 2",
    "[1 2]",
    "'a",
    "{1: 2, 3}",
    "{1, 2: 3}",
    "f(1)",
    "Point(x=1)",
    "<object>",
    "1 +",
    "{1 2}",
    "'\\N{DASH}'",
    "'\\xZZ'",
    "[".repeat(5000),
  ])("knows that %s is no literal", (text) => {
    expect(parsePython(text)).toBeUndefined();
  });
});
