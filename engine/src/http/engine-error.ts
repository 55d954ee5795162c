import type { ProblemCode } from "@mastery/contracts/problem";

export interface Fault {
  /** Where the value stands, for example `body.email`. */
  readonly path: string;
  readonly message: string;
}

interface Extras {
  readonly errors?: readonly Fault[];
  readonly retryAfterSeconds?: number;
}

/** What a handler throws when it cannot answer; `problemOf` turns it into the response. */
export class EngineError extends Error {
  readonly code: ProblemCode;
  readonly errors: readonly Fault[] | undefined;
  readonly retryAfterSeconds: number | undefined;

  /** `detail` is one plain sentence that the caller may read. */
  constructor(code: ProblemCode, detail: string, extras: Extras = {}) {
    super(detail);
    this.name = "EngineError";
    this.code = code;
    this.errors = extras.errors;
    this.retryAfterSeconds = extras.retryAfterSeconds;
  }
}
