import type { Job, JobLimits, JobStep, StepObservation } from "../grading/job.ts";
import type { Sandbox } from "./sandbox.ts";

/** Generous, so that a busy machine never decides a test; programs that must time out say so themselves. */
const patientLimits: JobLimits = {
  wallMsPerTest: 20_000,
  wallMsTotal: 40_000,
  memoryBytes: 256 * 1024 * 1024,
  outputBytesMax: 64 * 1024,
};

/** A job for tests of the sandbox: some code, and the steps of each test. */
export function smallJob(
  code: string,
  tests: readonly (readonly JobStep[])[],
  limits: Partial<JobLimits> = {},
): Job {
  return {
    code,
    fileName: "main.py",
    tests: tests.map((steps) => ({ steps })),
    limits: { ...patientLimits, ...limits },
  };
}

export function call(code: string): JobStep {
  return { do: "call", code };
}

/** What each step of the only test showed, in short: the value's text, or the error's type. */
export async function runSteps(sandbox: Sandbox, code: string, ...steps: JobStep[]): Promise<string[]> {
  const outcome = await sandbox.run(smallJob(code, [steps]));
  return outcome.tests[0]?.steps.map(inShort) ?? [outcome.end.type];
}

export function inShort(step: StepObservation): string {
  if (step.type === "value") return step.repr;
  return step.type === "raised" ? `${step.error.type}: ${step.error.message}` : step.stdout;
}
