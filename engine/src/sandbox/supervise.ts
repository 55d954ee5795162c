import type { Job, JobEnd, JobOutcome, RunOptions, TestObservation } from "../grading/job.ts";
import type { ChildExit, ConfinedChild } from "./confined-child.ts";
import { testText } from "./job-text.ts";
import { readResultLine, type ResultLine } from "./result-line.ts";
import { SandboxFault } from "./sandbox-fault.ts";

/** A machine under heavy load may take its time to start an interpreter; the tests' clock starts after that. */
const startMsMax = 30_000;
/** Everything one job may report, several full tests' worth. */
const resultBytesMax = 8 * 1024 * 1024;

const leaveMsMax = 500;

/**
 * Watches one job from outside: hands over one test after the other, keeps the clocks, reads the results, and leaves
 * no process behind. A test is handed over only when the one before has reported: what a program prints in an open
 * test cannot tell of a hidden one that comes later.
 */
export async function supervise(
  child: ConfinedChild,
  job: Job,
  options: RunOptions = {},
): Promise<JobOutcome> {
  const watch = new Watch(child, job, options);
  const abort = () => child.kill();
  options.signal?.addEventListener("abort", abort);
  try {
    if (options.signal?.aborted) abort();
    const exit = await child.exited;
    if (options.signal?.aborted) throw new SandboxFault("aborted", "the job was called off");
    return watch.outcome(exit);
  } finally {
    watch.stop();
    options.signal?.removeEventListener("abort", abort);
  }
}

class Watch {
  private readonly child: ConfinedChild;
  private readonly job: Job;
  private readonly options: RunOptions;
  private readonly tests: TestObservation[] = [];
  private readonly startedAt = performance.now();
  private testStartedAt = this.startedAt;
  private ready = false;
  private end: JobEnd | undefined;
  private rest = "";
  private bytes = 0;
  private testClock: NodeJS.Timeout;
  private totalClock: NodeJS.Timeout | undefined;

  constructor(child: ConfinedChild, job: Job, options: RunOptions) {
    this.child = child;
    this.job = job;
    this.options = options;
    this.testClock = setTimeout(() => child.kill(), startMsMax);
    child.results.setEncoding("utf8");
    child.results.on("data", (text: string) => this.read(text));
  }

  stop(): void {
    clearTimeout(this.testClock);
    clearTimeout(this.totalClock);
  }

  outcome(exit: ChildExit): JobOutcome {
    if (!this.ready)
      throw new SandboxFault("did-not-start", exit.complaint || "the interpreter did not start");
    const end = this.end ?? (exit.signal ? endBySignal(exit.signal) : { type: "ended-early" });
    return { tests: this.tests, end, durationMs: performance.now() - this.startedAt };
  }

  private finish(end: JobEnd): void {
    if (this.end) return;
    this.end = end;
    this.stop();
    this.child.kill();
  }

  /** The runner said its last word and leaves by itself, unless that word was forged. */
  private close(end: JobEnd): void {
    if (this.end) return;
    this.end = end;
    this.stop();
    this.totalClock = setTimeout(() => this.child.kill(), leaveMsMax);
  }

  private read(text: string): void {
    this.bytes += text.length;
    if (this.bytes > resultBytesMax) return this.finish({ type: "output-limit" });
    const lines = (this.rest + text).split("\n");
    this.rest = lines.pop() ?? "";
    for (const line of lines) {
      if (this.end) return;
      const message = readResultLine(line);
      if (message) this.accept(message);
      else this.finish({ type: "ended-early" });
    }
  }

  private accept(message: ResultLine): void {
    if ("ready" in message) return this.start();
    if ("steps" in message) return this.acceptTest(message.steps);
    if (message.end === "invalid-code") {
      // Once tests have run, the code was readable: these words are forged, and may tell of what a hidden test asked.
      if (this.tests.length > 0) return this.finish({ type: "ended-early" });
      return this.close({ type: "invalid-code", error: message.error });
    }
    if (message.end === "output-limit") return this.close({ type: "output-limit" });
    const complete = this.tests.length === this.job.tests.length;
    this.close({ type: complete ? "finished" : "ended-early" });
  }

  private start(): void {
    if (this.ready) return this.finish({ type: "ended-early" });
    this.ready = true;
    this.totalClock = setTimeout(
      () => this.finish({ type: "timeout", limit: "total" }),
      this.job.limits.wallMsTotal,
    );
    this.startTest();
  }

  private startTest(): void {
    clearTimeout(this.testClock);
    const test = this.job.tests[this.tests.length];
    if (test) this.child.send(testText(test));
    this.testStartedAt = performance.now();
    this.testClock = setTimeout(
      () => this.finish({ type: "timeout", limit: "test" }),
      this.job.limits.wallMsPerTest,
    );
  }

  private acceptTest(steps: TestObservation["steps"]): void {
    const index = this.tests.length;
    if (index >= this.job.tests.length) return this.finish({ type: "ended-early" });
    const observation = { steps, durationMs: performance.now() - this.testStartedAt };
    this.tests.push(observation);
    this.startTest();
    this.options.onTest?.(observation, index);
  }
}

function endBySignal(signal: string): JobEnd {
  return signal === "SIGXCPU" ? { type: "timeout", limit: "total" } : { type: "killed", signal };
}
