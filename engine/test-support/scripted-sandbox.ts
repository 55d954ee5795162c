import type { Job, JobOutcome } from "../src/grading/job.ts";
import type { Sandbox } from "../src/sandbox/sandbox.ts";

/**
 * A sandbox without Python, for faults and for speed: the code is the answers, one a line, as the tests see them.
 * `before` runs first and may throw.
 */
export function createScriptedSandbox(before: (job: Job) => Promise<void> | void = () => undefined): Sandbox {
  return {
    name: "bubblewrap",
    python: "3.11.2",
    async run(job, options): Promise<JobOutcome> {
      await before(job);
      const answers = job.code.split("\n");
      const tests = job.tests.map((_, index) => {
        const repr = answers[index] ?? "None";
        const observation = {
          steps: [{ type: "value", repr, typeName: "int", opaque: false, stdout: "" } as const],
          durationMs: 1,
        };
        options?.onTest?.(observation, index);
        return observation;
      });
      return { tests, end: { type: "finished" }, durationMs: 2 };
    },
    close: async () => undefined,
  };
}
