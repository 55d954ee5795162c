import { entriesOf, isUnordered, keyOf, layOutPython } from "./lay-out-python.ts";
import { longestCommon } from "./longest-common.ts";

/** A piece of a line; `marked` where it differs from the line it answers to. */
export interface Piece {
  readonly text: string;
  readonly marked: boolean;
}

export interface DiffLine {
  readonly side: "both" | "expected" | "got";
  readonly pieces: readonly Piece[];
}

const inlineCharactersMax = 48;

/** What was expected against what came, as lines: shared ones once, others expected first. Both are Python's `repr`. */
export function diffValues(expected: string, got: string): DiffLine[] {
  const left = linesOf(expected, got);
  const right = linesOf(arrange(got, expected), expected);
  const common = [...longestCommon(left, right), [left.length, right.length] as const];
  const lines: DiffLine[] = [];
  let [l, r] = [0, 0];
  for (const [nextLeft, nextRight] of common) {
    lines.push(...markHunk(left.slice(l, nextLeft), right.slice(r, nextRight)));
    const shared = left[nextLeft];
    if (shared !== undefined) lines.push({ side: "both", pieces: [{ text: shared, marked: false }] });
    [l, r] = [nextLeft + 1, nextRight + 1];
  }
  return lines;
}

/** A short collection against something that is none need not be taken apart. */
function linesOf(value: string, other: string): string[] {
  const short = value.length <= inlineCharactersMax && entriesOf(other.trim()) === undefined;
  return short && entriesOf(value.trim()) ? [value.trim()] : layOutPython(value);
}

/** Entries of a dict or set in the order of what was expected: their own order means nothing. */
function arrange(got: string, expected: string): string {
  const value = got.trim();
  const [mine, wanted] = [entriesOf(value), entriesOf(expected.trim())];
  if (!mine || !wanted || !isUnordered(value) || !isUnordered(expected)) return got;
  const place = new Map(wanted.map((entry, index) => [keyOf(entry), index]));
  const rank = (entry: string) => place.get(keyOf(entry)) ?? place.size;
  return `{${mine.toSorted((a, b) => rank(a) - rank(b)).join(", ")}}`;
}

/** Lines that differ: each side marks what is not in the line of the other side that it answers to. */
function markHunk(expected: readonly string[], got: readonly string[]): DiffLine[] {
  return [
    ...expected.map((text, index) => markLine("expected", text, got[Math.min(index, got.length - 1)])),
    ...got.map((text, index) => markLine("got", text, expected[Math.min(index, expected.length - 1)])),
  ];
}

function markLine(side: DiffLine["side"], text: string, other: string | undefined): DiffLine {
  const words = wordsOf(text);
  if (other === undefined) return { side, pieces: [{ text, marked: false }] };
  const shared = new Set(longestCommon(words, wordsOf(other)).map(([index]) => index));
  // When hardly anything is shared, marks would only be noise.
  const plain = ![...shared].some((index) => /\w/.test(words[index] ?? ""));
  const pieces: Piece[] = [];
  for (const [index, word] of words.entries()) {
    const marked = !plain && !shared.has(index) && word.trim() !== "";
    const last = pieces.at(-1);
    if (last?.marked === marked) pieces[pieces.length - 1] = { text: last.text + word, marked };
    else pieces.push({ text: word, marked });
  }
  return { side, pieces };
}

function wordsOf(line: string): string[] {
  return line.match(/\\.|[\p{L}\p{N}_]+|\s+|./gsu) ?? [];
}
