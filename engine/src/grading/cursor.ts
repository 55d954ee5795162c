/** Thrown inside the parser only: the text is no literal. */
export class NotALiteral extends Error {}

/** A place in a text that moves forward as its parts are recognised. */
export class Cursor {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get atEnd(): boolean {
    return this.at >= this.text.length;
  }

  take(part: string): boolean {
    if (!this.text.startsWith(part, this.at)) return false;
    this.at += part.length;
    return true;
  }

  expect(part: string): void {
    if (!this.take(part)) throw new NotALiteral();
  }

  /** What a sticky pattern finds here, or undefined. */
  match(sticky: RegExp): string | undefined {
    const found = this.peek(sticky);
    if (found !== undefined) this.at += found.length;
    return found;
  }

  peek(sticky: RegExp): string | undefined {
    sticky.lastIndex = this.at;
    return sticky.exec(this.text)?.[0];
  }

  /** Exactly so many characters. */
  next(count: number): string {
    const part = this.text.slice(this.at, this.at + count);
    if (part.length < count) throw new NotALiteral();
    this.at += count;
    return part;
  }

  skipSpace(): void {
    this.match(/\s*/y);
  }
}
