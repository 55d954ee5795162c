import type { FailingLine } from "./failing-line.ts";

/** Whatever the learner types into just now: the text area of a cold start, or Monaco. */
export interface CodeSurface {
  text(): string;
  /** Puts another text in place; the learner can undo it. */
  replace(text: string): void;
  goToLine(line: number): void;
  focus(): void;
  showFailing(failing: FailingLine | undefined): void;
}

export interface Cursor {
  /** From 1. */
  readonly line: number;
  readonly column: number;
}

/** The line and column, from 1, of a position in a text. */
export function cursorAt(text: string, offset: number): Cursor {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}

/** Where a line begins in a text; its end when the text has fewer lines. */
export function offsetOfLine(text: string, line: number): number {
  const lines = text.split("\n").slice(0, line - 1);
  return Math.min(
    text.length,
    lines.reduce((offset, { length }) => offset + length + 1, 0),
  );
}
