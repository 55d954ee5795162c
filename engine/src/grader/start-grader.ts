import { EventEmitter } from "node:events";
import { run, type Runner, type RunnerOptions } from "graphile-worker";
import type { Pool } from "pg";
import type { Leader } from "../events/lead.ts";
import { createWakeUp } from "../events/wake-up.ts";
import { sweepDeadGraders } from "./free-dead-graders-jobs.ts";
import { GradePayload, gradeTask } from "./enqueue-grading.ts";
import { gradeSubmission } from "./grade-submission.ts";
import type { GraderDeps } from "./grader-deps.ts";
import { holdPresence } from "./presence.ts";
import { queueLogger } from "./queue-logger.ts";

/** Graders hear of work by notification; this finds retries that became due, and what a lost notification told. */
const pollMs = 1_000;
/** After the queue's own machinery gave up, usually because the database went away. */
const restartMs = 1_000;
/**
 * Finished jobs are reported at once, but through the queue's batches: without them nobody would hear of a report that
 * failed, and its rejection would end the process. With them the queue stops, and is started again.
 */
const reporting = { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } };

export interface GraderOptions extends GraderDeps {
  readonly pool: Pool;
  /** Submissions graded at the same time. */
  readonly concurrency: number;
}

export interface Grader {
  /** Takes no further work, and resolves when what is running has ended; what takes too long is given back. */
  stop(): Promise<void>;
}

/** Grades what is queued until it is stopped. Any number of graders may run, in any number of processes. */
export async function startGrader(options: GraderOptions): Promise<Grader> {
  const { logger } = options;
  const stopping = new AbortController();
  const pause = createWakeUp();
  let turn = await startTurn(options);

  async function keepRunning(): Promise<void> {
    while (!stopping.signal.aborted) {
      await turn.ended;
      if (stopping.signal.aborted) return;
      await pause.next(restartMs);
      if (stopping.signal.aborted) return;
      try {
        turn = await startTurn(options);
        // Whoever stopped us meanwhile has stopped the turn before.
        if (stopping.signal.aborted) await turn.stop();
      } catch (error) {
        logger.warn({ err: error }, "the queue cannot be reached; trying again");
      }
    }
  }

  const running = keepRunning();
  return {
    async stop() {
      stopping.abort();
      pause.wake();
      await turn.stop();
      await running;
    },
  };
}

interface Turn {
  readonly ended: Promise<void>;
  stop(): Promise<void>;
}

/** One life of the queue's machinery, with the presence that protects its jobs. */
async function startTurn(options: GraderOptions): Promise<Turn> {
  const { pool, logger, concurrency } = options;
  const events: NonNullable<RunnerOptions["events"]> = new EventEmitter();
  let presence: Leader | undefined;
  // Told before the first job is taken, so that the lock is there in time.
  events.on("pool:create", ({ workerPool }) => {
    const jobs = [sweepDeadGraders(pool, logger)];
    presence = holdPresence({ pool, graderId: workerPool.id, logger, jobs });
  });
  const runner = await run({
    pgPool: pool,
    concurrency,
    pollInterval: pollMs,
    noHandleSignals: true,
    preset: reporting,
    parsedCronItems: [],
    events,
    logger: queueLogger(logger),
    taskList: {
      [gradeTask]: async (payload, { job, abortSignal }) => {
        const { submissionId } = GradePayload.parse(payload);
        const signal = abortSignal ? { signal: abortSignal } : {};
        await gradeSubmission(options, { submissionId, attempt: job.attempts, ...signal });
      },
    },
  });
  const ended = endOf(runner, logger).then(() => presence?.stop());
  return {
    ended,
    async stop() {
      await runner.stop().catch(() => undefined); // it has stopped already
      await ended;
    },
  };
}

async function endOf(runner: Runner, logger: GraderOptions["logger"]): Promise<void> {
  try {
    await runner.promise;
  } catch (error) {
    logger.warn({ err: error }, "the queue stopped");
  }
}
