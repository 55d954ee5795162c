import { Cursor, NotALiteral } from "./cursor.ts";
import { parseNumber, startsNumber } from "./parse-python-number.ts";
import { parseText, startsText } from "./parse-python-text.ts";
import type { PythonValue } from "./python-value.ts";

/** Deeper literals are compared as text; the bound keeps a hostile one from using up the stack. */
const depthMax = 200;

/** Reads one Python literal, or answers undefined for any other text. */
export function parsePython(text: string): PythonValue | undefined {
  const cursor = new Cursor(text);
  try {
    const value = parseValue(cursor, 0);
    cursor.skipSpace();
    return cursor.atEnd ? value : undefined;
  } catch (error) {
    if (error instanceof NotALiteral) return undefined;
    throw error;
  }
}

const words: Record<string, PythonValue> = {
  None: { type: "None" },
  True: { type: "bool", value: true },
  False: { type: "bool", value: false },
};

function parseValue(cursor: Cursor, depth: number): PythonValue {
  if (depth > depthMax) throw new NotALiteral();
  cursor.skipSpace();
  if (startsText(cursor)) return parseText(cursor);
  if (startsNumber(cursor)) return parseNumber(cursor);
  if (cursor.take("[")) return { type: "list", items: parseItems(cursor, "]", depth).items };
  if (cursor.take("(")) return parseParentheses(cursor, depth);
  if (cursor.take("{")) return parseBraces(cursor, depth);
  const word = cursor.match(/[A-Za-z]+/y);
  const known = word === undefined ? undefined : words[word];
  if (known) return known;
  if (word === "set" || word === "frozenset") return parseSetCall(cursor, word, depth);
  throw new NotALiteral();
}

function parseItems(cursor: Cursor, close: string, depth: number): { items: PythonValue[]; comma: boolean } {
  const items: PythonValue[] = [];
  let comma = false;
  for (;;) {
    cursor.skipSpace();
    if (cursor.take(close)) return { items, comma };
    if (items.length > 0 && !comma) throw new NotALiteral();
    items.push(parseValue(cursor, depth + 1));
    cursor.skipSpace();
    comma = cursor.take(",");
  }
}

function parseParentheses(cursor: Cursor, depth: number): PythonValue {
  const { items, comma } = parseItems(cursor, ")", depth);
  const [only] = items;
  // `(1)` is 1 in parentheses; `(1,)` is a tuple.
  return only && items.length === 1 && !comma ? only : { type: "tuple", items };
}

function parseBraces(cursor: Cursor, depth: number): PythonValue {
  cursor.skipSpace();
  if (cursor.take("}")) return { type: "dict", entries: [] };
  const first = parseValue(cursor, depth + 1);
  cursor.skipSpace();
  if (!cursor.take(":")) {
    const comma = cursor.take(",");
    const rest = parseItems(cursor, "}", depth).items;
    if (rest.length > 0 && !comma) throw new NotALiteral();
    return { type: "set", items: [first, ...rest] };
  }
  const entries: [PythonValue, PythonValue][] = [[first, parseValue(cursor, depth + 1)]];
  for (;;) {
    cursor.skipSpace();
    const comma = cursor.take(",");
    cursor.skipSpace();
    if (cursor.take("}")) return { type: "dict", entries };
    if (!comma) throw new NotALiteral();
    const key = parseValue(cursor, depth + 1);
    cursor.skipSpace();
    cursor.expect(":");
    entries.push([key, parseValue(cursor, depth + 1)]);
  }
}

/** `set()`, `frozenset()`, `frozenset({1, 2})`. */
function parseSetCall(cursor: Cursor, type: "set" | "frozenset", depth: number): PythonValue {
  cursor.skipSpace();
  cursor.expect("(");
  const [inner, ...more] = parseItems(cursor, ")", depth).items;
  if (more.length > 0) throw new NotALiteral();
  if (!inner) return { type, items: [] };
  if (!("items" in inner)) throw new NotALiteral();
  return { type, items: inner.items };
}
