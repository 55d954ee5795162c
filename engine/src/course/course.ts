/** A course as the loader hands it over: parsed, cross-checked, every text in memory. */
export interface Course {
  readonly slug: string;
  readonly title: string;
  readonly version: string;
  readonly summary: string;
  readonly concepts: readonly Concept[];
  /** In the order of their concepts, then by difficulty, then by slug. */
  readonly exercises: readonly Exercise[];
}

export interface Concept {
  readonly id: string;
  readonly name: string;
  readonly summary: string;
  /** Ids of concepts that should come first. */
  readonly prerequisites: readonly string[];
}

export interface Exercise {
  readonly slug: string;
  readonly title: string;
  readonly summary: string;
  /** Ids; the first is the main one. */
  readonly concepts: readonly string[];
  readonly difficulty: number;
  /** Markdown, from the gentlest to the most telling. */
  readonly hints: readonly string[];
  /** Markdown. */
  readonly instructions: string;
  readonly starterCode: string;
  readonly solution: string;
  /** What the learner's file is called, for example `count_words.py`. */
  readonly fileName: string;
  readonly tests: readonly ExerciseTest[];
  readonly wrongSolutions: readonly WrongSolution[];
}

/** A typical wrong answer, kept to prove that the tests catch it. */
export interface WrongSolution {
  readonly name: string;
  readonly code: string;
  /** Names of tests that must fail on it. */
  readonly fails: readonly string[];
  readonly misconception: string;
}

export interface ExerciseTest {
  readonly name: string;
  readonly visibility: "open" | "hidden";
  readonly steps: readonly TestStep[];
}

export type TestStep = ExpressionStep | RunStep;

/** Evaluates one Python expression in the learner's module: a call, a constructor, a method, or a name. */
export interface ExpressionStep extends Expectation {
  readonly do: "call" | "construct" | "method" | "read";
  readonly code: string;
  /** Name under which later steps of the same test find the value. */
  readonly as?: string;
  /** Takes so many items of the returned iterator and compares them as a list. */
  readonly take?: number;
  readonly stdin?: readonly string[];
}

/** Executes the whole program as a script. */
export interface RunStep extends Expectation {
  readonly do: "run";
  readonly stdin?: readonly string[];
}

export interface Expectation {
  /** A Python literal, or the text of a `repr` that is none. */
  readonly expect?: string;
  /** Name of the exception's type. */
  readonly raises?: string;
  readonly raisesMessage?: string;
  /** Exact up to white space at the ends of lines and of the text. */
  readonly stdout?: string;
}
