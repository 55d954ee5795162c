const indent = "    ";
/** A value that fits in this many characters stays on one line when it is nested. */
const inlineCharactersMax = 48;
/** Beyond this depth a value stays on one line: a diff must not become a staircase. */
const depthMax = 3;

const closers: Record<string, string> = { "{": "}", "[": "]", "(": ")" };

/**
 * Python's text for a value (`repr`), as the lines a person would write: one entry of a collection, or one line of a
 * text, on each. A text that is not a value comes back by its own lines.
 */
export function layOutPython(text: string): string[] {
  const value = text.trim();
  const printed = splitPrinted(value);
  if (printed) return printed;
  return entriesOf(value) ? layOutCollection(value, 0) : value.split("\n");
}

/** The entries between the brackets of one whole collection; undefined for anything else. */
export function entriesOf(value: string): string[] | undefined {
  const close = closers[value[0] ?? ""];
  if (close === undefined || !value.endsWith(close)) return undefined;
  const parts = splitAtCommas(value.slice(1, -1));
  return parts && parts.length > 0 ? parts : undefined;
}

/** What an entry is found by: its key in a dict, itself in a set. */
export function keyOf(entry: string): string {
  return splitKey(entry).key || entry;
}

/** Whether Python prints this collection's entries in an order that means nothing. */
export function isUnordered(value: string): boolean {
  return value.trimStart().startsWith("{");
}

function layOutCollection(value: string, depth: number): string[] {
  const entries = entriesOf(value);
  const short = value.length <= inlineCharactersMax && depth > 0;
  if (!entries || short || depth >= depthMax) return [value];
  const inner = entries.flatMap((entry) => layOutEntry(entry, depth + 1));
  return [value[0] ?? "", ...inner.map((line) => indent + line), value.at(-1) ?? ""];
}

function layOutEntry(entry: string, depth: number): string[] {
  const { key, value } = splitKey(entry);
  const lines = layOutCollection(value, depth);
  return lines.map((line, index) => {
    const start = index === 0 ? key : "";
    return start + line + (index === lines.length - 1 ? "," : "");
  });
}

/** `'a': [1]` as the key with its colon, and the value. */
function splitKey(entry: string): { key: string; value: string } {
  const colon = scan(entry, (character, depth) => character === ":" && depth === 0);
  if (colon === undefined || colon === -1) return { key: "", value: entry };
  return { key: `${entry.slice(0, colon + 1)} `, value: entry.slice(colon + 1).trimStart() };
}

/** Undefined when brackets or quotes do not match: then this is not one value. */
function splitAtCommas(text: string): string[] | undefined {
  const commas: number[] = [];
  const end = scan(text, (character, depth, at) => {
    if (character === "," && depth === 0) commas.push(at);
    return false;
  });
  if (end === undefined) return undefined;
  const starts = [0, ...commas.map((at) => at + 1)];
  const parts = starts.map((start, index) => text.slice(start, commas[index] ?? text.length).trim());
  return parts.filter((part) => part !== "");
}

/**
 * Walks over text that is outside of strings, with the depth of brackets. Gives the position at which `found` said
 * so, -1 when it never did, undefined when the text does not close what it opens.
 */
function scan(
  text: string,
  found: (character: string, depth: number, at: number) => boolean,
): number | undefined {
  let depth = 0;
  let quote = "";
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? "";
    if (quote !== "") {
      if (character === "\\") at += 1;
      else if (character === quote) quote = "";
    } else if (character === "'" || character === '"') quote = character;
    else if (found(character, depth, at)) return at;
    else if (character in closers) depth += 1;
    else if (")]}".includes(character)) depth -= 1;
    if (depth < 0) return undefined;
  }
  return depth === 0 && quote === "" ? -1 : undefined;
}

/** A text with line breaks, shown as its lines in Python's own spelling: `'a\n'`, `'b'`. */
function splitPrinted(value: string): string[] | undefined {
  const quote = value[0] ?? "";
  if (!/^(['"])(?:\\.|(?!\1)[^\\])*\1$/s.test(value)) return undefined;
  const lines = value.slice(1, -1).match(/(?:\\[^n]|[^\\])*(?:\\n|$)/gs) ?? [];
  const shown = lines.filter((line) => line !== "");
  return shown.length > 1 ? shown.map((line) => `${quote}${line}${quote}`) : undefined;
}
