import type { Exercise } from "../course/course.ts";
import type { Judgement } from "../learning/record-grade.ts";
import type { Sandbox } from "../sandbox/sandbox.ts";

const apology = "Not run: something broke on our side, it was not your code. Please hand it in again.";

/** What a learner is told when grading failed through no fault of theirs. It never counts as an attempt. */
export function breakdownOf(exercise: Exercise | undefined, sandbox: Sandbox): Judgement {
  const tests = exercise?.tests ?? [{ name: "Grading", visibility: "open" as const }];
  return {
    status: "error",
    tests: tests.map(({ name, visibility }) => ({
      name,
      visibility,
      status: "skipped",
      message: apology,
      durationMs: 0,
    })),
    stdout: "",
    durationMs: 0,
    python: sandbox.python,
    sandbox: sandbox.name,
    counts: false,
  };
}
