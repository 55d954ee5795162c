import type { Job, JobTest } from "../grading/job.ts";

/** A CPU limit inside only backs up the clock outside, so it leaves some room. */
const cpuSecondsSpare = 2;

/**
 * The job as the runner reads it, in one line: only what it needs, field by field, so that nothing else can slip in.
 * Of its tests only the number: each follows when its turn has come.
 */
export function jobText(job: Job): string {
  return JSON.stringify({
    code: job.code,
    fileName: job.fileName,
    outputBytesMax: job.limits.outputBytesMax,
    limits: {
      memoryBytes: job.limits.memoryBytes,
      cpuSeconds: Math.ceil(job.limits.wallMsTotal / 1000) + cpuSecondsSpare,
    },
    tests: job.tests.length,
  });
}

/** One test as the runner reads it. */
export function testText(test: JobTest): string {
  return JSON.stringify({
    steps: test.steps.map((step) =>
      step.do === "run"
        ? { do: step.do, stdin: step.stdin }
        : { do: step.do, code: step.code, as: step.as, take: step.take, stdin: step.stdin },
    ),
  });
}
