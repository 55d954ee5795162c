/** A hostile program, and what must become of it in every sandbox. */
export interface Escape {
  readonly name: string;
  /** Defines `attack()`; `{secretFile}`, `{port}`, `{socket}` and `{pid}` name things that exist on the machine. */
  readonly code: string;
  /** What `attack()` may show: its value, its exception, or `end: <how the job ended>`. */
  readonly shows: RegExp;
  /** For programs that only a clock can stop. */
  readonly endless?: boolean;
}

export const refused =
  /^(FileNotFoundError|PermissionError|ModuleNotFoundError|ImportError|AttributeError|OSError|BlockingIOError|NotImplementedError|ConnectionRefusedError)\b/;
export const stopped = /^end: (timeout|killed|ended-early)$/;
/** Or the attempt was the end of the interpreter. */
export const refusedOrEnded = new RegExp(`${refused.source}|^end: ended-early$`);
