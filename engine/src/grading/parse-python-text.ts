import { type Cursor, NotALiteral } from "./cursor.ts";
import type { PythonValue } from "./python-value.ts";

const opening = /([rRbBuU]|[rR][bB]|[bB][rR])?("""|'''|"|')/y;

const simpleEscapes: Record<string, string> = {
  "\\": "\\",
  "'": "'",
  '"': '"',
  a: "\u0007",
  b: "\b",
  f: "\f",
  n: "\n",
  r: "\r",
  t: "\t",
  v: "\v",
  "\n": "",
};
const hexEscapes: Record<string, number> = { x: 2, u: 4, U: 8 };
const codePointMax = 0x10ffff;

export function startsText(cursor: Cursor): boolean {
  return cursor.peek(opening) !== undefined;
}

/** A string or bytes literal; neighbours join, as in Python. */
export function parseText(cursor: Cursor): PythonValue {
  const first = parsePart(cursor);
  let value = first.value;
  for (;;) {
    const before = cursor.at;
    cursor.skipSpace();
    if (!startsText(cursor)) {
      cursor.at = before;
      return { type: first.type, value };
    }
    const part = parsePart(cursor);
    if (part.type !== first.type) throw new NotALiteral();
    value += part.value;
  }
}

function parsePart(cursor: Cursor): { type: "str" | "bytes"; value: string } {
  const open = cursor.match(opening) ?? "";
  const quote = /["']+$/.exec(open)?.[0] ?? "";
  const prefix = open.slice(0, open.length - quote.length).toLowerCase();
  const type = prefix.includes("b") ? "bytes" : "str";
  const raw = prefix.includes("r");
  let value = "";
  while (!cursor.take(quote)) {
    const character = cursor.next(1);
    if (character === "\n" && quote.length === 1) throw new NotALiteral();
    if (character !== "\\") value += character;
    else if (raw) value += character + cursor.next(1);
    else value += parseEscape(cursor, type);
  }
  return { type, value };
}

function parseEscape(cursor: Cursor, type: "str" | "bytes"): string {
  const octal = cursor.match(/[0-7]{1,3}/y);
  if (octal !== undefined) return String.fromCharCode(Number.parseInt(octal, 8));
  const letter = cursor.next(1);
  const simple = simpleEscapes[letter];
  if (simple !== undefined) return simple;
  const digits = type === "str" || letter === "x" ? hexEscapes[letter] : undefined;
  if (digits === undefined) {
    // Naming a character needs Unicode's list of names; anything else unknown stands for itself.
    if (letter === "N" && type === "str") throw new NotALiteral();
    return `\\${letter}`;
  }
  const hex = cursor.next(digits);
  if (!/^[0-9a-fA-F]+$/.test(hex)) throw new NotALiteral();
  const code = Number.parseInt(hex, 16);
  if (code > codePointMax) throw new NotALiteral();
  return String.fromCodePoint(code);
}
