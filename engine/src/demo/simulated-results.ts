import type { TestResult } from "@mastery/contracts/submission";
import type { Exercise, WrongSolution } from "../course/course.ts";
import { openTestView } from "../course/open-test-view.ts";

export interface SimulatedWork {
  readonly code: string;
  readonly tests: readonly TestResult[];
}

const testMs = 2;

/** The exercise's own solution, as if a learner had handed it in. */
export function passingWork(exercise: Exercise): SimulatedWork {
  return { code: exercise.solution, tests: resultsOf(exercise, new Set()) };
}

/** A typical wrong answer; which tests it fails is known from the course, where that is proved. */
export function failingWork(exercise: Exercise, wrong: WrongSolution | undefined): SimulatedWork {
  const known = wrong?.fails ?? [];
  const fails = known.length > 0 ? known : exercise.tests.map(({ name }) => name);
  return { code: wrong?.code ?? exercise.starterCode, tests: resultsOf(exercise, new Set(fails)) };
}

function resultsOf(exercise: Exercise, fails: ReadonlySet<string>): TestResult[] {
  return exercise.tests.map((test) => {
    const failed = fails.has(test.name);
    const { name, visibility } = test;
    const result: TestResult = {
      name,
      visibility,
      status: failed ? "failed" : "passed",
      message: failed ? "From the demo's simulated history: this test did not pass." : "",
      durationMs: testMs,
    };
    if (visibility === "hidden") return result;
    const { input, expected } = openTestView(test);
    // Nothing ran, so what a wrong answer would have given is not known.
    return { ...result, input, expected, ...(failed ? {} : { got: expected }) };
  });
}
