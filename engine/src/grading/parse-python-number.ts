import { type Cursor, NotALiteral } from "./cursor.ts";
import type { PythonValue } from "./python-value.ts";

const sign = /[+-]?\s*/y;
const startPattern = /[+-]?\s*(?:\d|\.\d|inf\b|nan\b|infj\b|nanj\b|float\s*\()/y;
const radixPattern = /0[xX](?:_?[0-9a-fA-F])+|0[oO](?:_?[0-7])+|0[bB](?:_?[01])+/y;
const floatPattern =
  /(?:\d+(?:_\d+)*)?\.\d+(?:_\d+)*(?:[eE][+-]?\d+)?|\d+(?:_\d+)*\.?[eE][+-]?\d+|\d+(?:_\d+)*\./y;
const intPattern = /\d+(?:_\d+)*/y;
const namedPattern = /inf|nan/y;
const calledPattern = /float\s*\(\s*(["'])([+-]?)(inf|infinity|nan)\1\s*\)/iy;

export function startsNumber(cursor: Cursor): boolean {
  return cursor.peek(startPattern) !== undefined;
}

/** An integer, a float, or a complex number such as `2j` and `1+2j`. */
export function parseNumber(cursor: Cursor): PythonValue {
  const first = parseReal(cursor);
  if (cursor.take("j")) return { type: "complex", real: 0, imaginary: asFloat(first) };
  const before = cursor.at;
  cursor.skipSpace();
  if (cursor.peek(/[+-]/y) !== undefined) {
    const imaginary = asFloat(parseReal(cursor));
    cursor.expect("j");
    return { type: "complex", real: asFloat(first), imaginary };
  }
  cursor.at = before;
  return first;
}

type Real = Extract<PythonValue, { type: "int" | "float" }>;

function parseReal(cursor: Cursor): Real {
  const negative = cursor.match(sign)?.startsWith("-") ?? false;
  const radix = cursor.match(radixPattern);
  if (radix !== undefined) return integer(radix, negative);
  const float = cursor.match(floatPattern);
  if (float !== undefined)
    return { type: "float", value: signed(Number(float.replaceAll("_", "")), negative) };
  const digits = cursor.match(intPattern);
  if (digits !== undefined) return integer(digits, negative);
  const named = cursor.match(namedPattern);
  if (named !== undefined) return { type: "float", value: signed(namedFloat(named), negative) };
  const called = cursor.match(calledPattern);
  if (called === undefined) throw new NotALiteral();
  const value = signed(
    namedFloat(called.toLowerCase().includes("nan") ? "nan" : "inf"),
    called.includes("-"),
  );
  return { type: "float", value: signed(value, negative) };
}

function integer(text: string, negative: boolean): Real {
  const value = BigInt(text.replaceAll("_", ""));
  return { type: "int", value: negative ? -value : value };
}

function namedFloat(name: string): number {
  return name === "nan" ? Number.NaN : Number.POSITIVE_INFINITY;
}

function signed(value: number, negative: boolean): number {
  return negative ? -value : value;
}

function asFloat(value: Real): number {
  return Number(value.value);
}
