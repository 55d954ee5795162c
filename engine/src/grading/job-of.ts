import type { ExerciseTest, TestStep } from "../course/course.ts";
import { type Job, type JobLimits, type JobStep, gradingLimits } from "./job.ts";

/** Some editors write it before the first character; Python passes over it in files, and so do we. */
const byteOrderMark = /^\ufeff/;

/** What the sandbox may know: the learner's code and the steps, picked field by field, never an expectation. */
export function jobOf(
  exercise: { readonly fileName: string; readonly tests: readonly ExerciseTest[] },
  code: string,
  limits: JobLimits = gradingLimits,
): Job {
  const tests = exercise.tests.map((test) => ({ steps: test.steps.map(jobStep) }));
  return { code: code.replace(byteOrderMark, ""), fileName: exercise.fileName, tests, limits };
}

function jobStep(step: TestStep): JobStep {
  const stdin = step.stdin === undefined ? {} : { stdin: step.stdin };
  if (step.do === "run") return { do: "run", ...stdin };
  return {
    do: step.do,
    code: step.code,
    ...(step.as === undefined ? {} : { as: step.as }),
    ...(step.take === undefined ? {} : { take: step.take }),
    ...stdin,
  };
}
