import type { PythonValue } from "./python-value.ts";

/** Writes a value as a Python literal that `parsePython` reads back as the same value. */
export function formatPython(value: PythonValue): string {
  switch (value.type) {
    case "None":
      return "None";
    case "bool":
      return value.value ? "True" : "False";
    case "int":
      return String(value.value);
    case "float":
      return formatFloat(value.value);
    case "complex":
      return `(${formatFloat(value.real)}${value.imaginary < 0 ? "-" : "+"}${formatFloat(Math.abs(value.imaginary))}j)`;
    case "str":
      return quote(value.value, escapeCharacter);
    case "bytes":
      return `b${quote(value.value, escapeByte)}`;
    case "list":
      return `[${formatItems(value.items)}]`;
    case "tuple":
      return `(${formatItems(value.items)}${value.items.length === 1 ? "," : ""})`;
    case "set":
      return value.items.length === 0 ? "set()" : `{${formatItems(value.items)}}`;
    case "frozenset":
      return value.items.length === 0 ? "frozenset()" : `frozenset({${formatItems(value.items)}})`;
    case "dict":
      return `{${value.entries.map(([key, item]) => `${formatPython(key)}: ${formatPython(item)}`).join(", ")}}`;
  }
}

function formatItems(items: readonly PythonValue[]): string {
  return items.map(formatPython).join(", ");
}

function formatFloat(value: number): string {
  if (Number.isNaN(value)) return "nan";
  if (!Number.isFinite(value)) return value > 0 ? "inf" : "-inf";
  if (Object.is(value, -0)) return "-0.0";
  const text = String(value);
  return /[.e]/.test(text) ? text : `${text}.0`;
}

function quote(text: string, escape: (character: string) => string): string {
  const mark = text.includes("'") && !text.includes('"') ? '"' : "'";
  const inner = Array.from(text, (character) =>
    character === mark || character === "\\" ? `\\${character}` : escape(character),
  ).join("");
  return mark + inner + mark;
}

const shortEscapes: Record<string, string> = { "\n": "\\n", "\r": "\\r", "\t": "\\t" };

function escapeCharacter(character: string): string {
  const short = shortEscapes[character];
  if (short !== undefined) return short;
  const code = character.codePointAt(0) ?? 0;
  const surrogate = code >= 0xd800 && code <= 0xdfff;
  if (surrogate || code === 0x2028 || code === 0x2029) return `\\u${code.toString(16).padStart(4, "0")}`;
  return code < 0x20 || (code >= 0x7f && code < 0xa1)
    ? `\\x${code.toString(16).padStart(2, "0")}`
    : character;
}

function escapeByte(character: string): string {
  const code = character.charCodeAt(0);
  const plain = code >= 0x20 && code < 0x7f;
  return shortEscapes[character] ?? (plain ? character : `\\x${code.toString(16).padStart(2, "0")}`);
}
