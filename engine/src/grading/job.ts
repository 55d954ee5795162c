/** Code and steps for a sandbox. Expectations stay outside: nothing here says what a right answer is. */
export interface Job {
  readonly code: string;
  readonly fileName: string;
  readonly tests: readonly JobTest[];
  readonly limits: JobLimits;
}

export interface JobTest {
  readonly steps: readonly JobStep[];
}

export type JobStep =
  | {
      readonly do: "call" | "construct" | "method" | "read";
      readonly code: string;
      readonly as?: string;
      readonly take?: number;
      readonly stdin?: readonly string[];
    }
  | { readonly do: "run"; readonly stdin?: readonly string[] };

export interface JobLimits {
  readonly wallMsPerTest: number;
  readonly wallMsTotal: number;
  readonly memoryBytes: number;
  /** What one test may print. */
  readonly outputBytesMax: number;
}

/** Enough for every exercise of a beginners' course many times over. */
export const gradingLimits: JobLimits = {
  wallMsPerTest: 3_000,
  wallMsTotal: 12_000,
  memoryBytes: 256 * 1024 * 1024,
  outputBytesMax: 64 * 1024,
};

export interface JobOutcome {
  /** One entry for each test that finished, in order; shorter than the job's tests unless `end` is `finished`. */
  readonly tests: readonly TestObservation[];
  readonly end: JobEnd;
  readonly durationMs: number;
}

export type JobEnd =
  | { readonly type: "finished" }
  /** The code could not be compiled; no test ran. */
  | { readonly type: "invalid-code"; readonly error: Raised }
  | { readonly type: "timeout"; readonly limit: "test" | "total" }
  /** Stopped from outside, nearly always for memory. */
  | { readonly type: "killed"; readonly signal: string }
  /** The program ended its own process in the middle of a test. */
  | { readonly type: "ended-early" }
  | { readonly type: "output-limit" };

export interface TestObservation {
  /** One entry for each step; fewer only when the module could not be loaded. */
  readonly steps: readonly StepObservation[];
  readonly durationMs: number;
}

export type StepObservation =
  | {
      readonly type: "value";
      readonly repr: string;
      /** Holds an object that writes its own `repr`: the text proves nothing about its value. */
      readonly opaque: boolean;
      readonly typeName: string;
      readonly stdout: string;
    }
  /** A script that ran to its end, or a value that was only to be bound. */
  | { readonly type: "done"; readonly stdout: string }
  | { readonly type: "raised"; readonly error: Raised; readonly stdout: string };

export interface Raised {
  /** Name of the exception's type, for example `ValueError`. */
  readonly type: string;
  readonly message: string;
  /** Names of the type and of all it inherits from. */
  readonly ancestors: readonly string[];
  /** Last line of the learner's own file in the traceback, from 1. */
  readonly line?: number;
  /** While the module was loaded, before the step itself. */
  readonly loading: boolean;
}

export interface RunOptions {
  /** Called as each test finishes; `index` counts from 0. */
  readonly onTest?: (observation: TestObservation, index: number) => void;
  readonly signal?: AbortSignal;
}

/** Runs one job. Throws `SandboxFault` when the sandbox, not the learner's code, is at fault. */
export type RunJob = (job: Job, options?: RunOptions) => Promise<JobOutcome>;
