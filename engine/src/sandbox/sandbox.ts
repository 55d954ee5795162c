import type { RunJob } from "../grading/job.ts";

/** A place where learners' Python runs and can harm nothing. */
export interface Sandbox {
  readonly name: "bubblewrap" | "pyodide";
  /** Version of the interpreter, for example `3.11.2`. */
  readonly python: string;
  readonly run: RunJob;
  close(): Promise<void>;
}
