import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "../e2e/support/api.ts";
import type { EventLog } from "./event-log.ts";
import type { TypicalExercise } from "./exercise.ts";
import { perPiece, processorTimeOf, type ProcessorTime } from "./processor-time.ts";
import { submit } from "./submit.ts";

const lookEveryMs = 200;
/** Within the gateway's limit for one learner. */
const submissionsPerLearnerMax = 50;

export interface ThroughputPlan {
  readonly learners: readonly Api[];
  readonly submissions: number;
  readonly exercise: TypicalExercise;
  readonly log: EventLog;
  /** The process from which all of the product descends. */
  readonly pid: number;
  readonly withinMs: number;
}

export interface Throughput {
  readonly submissions: number;
  readonly graded: number;
  readonly learners: number;
  /** Gradings a second, from the first submission sent to the last grade committed. */
  readonly perSecond: number;
  /** Gradings a second once all was handed in, so that the graders have the machine to themselves. */
  readonly drainPerSecond: number | undefined;
  /** Processor time of one submission, from its POST to its verdict, in milliseconds. */
  readonly processorMs: ProcessorTime;
}

/** A class hands in at once, each learner one submission after the other; then the queue drains. */
export async function measureThroughput(plan: ThroughputPlan): Promise<Throughput> {
  const { learners, log } = plan;
  const each = Math.min(submissionsPerLearnerMax, Math.ceil(plan.submissions / learners.length));
  const before = processorTimeOf(plan.pid);
  const startedAt = Date.now();
  const ids = (await Promise.all(learners.map((api) => handIn(api, plan.exercise, each)))).flat();
  const handedInAt = Date.now();
  const deadline = startedAt + plan.withinMs;
  while ((await log.countGraded(ids)) < ids.length && Date.now() < deadline) await delay(lookEveryMs);
  const after = processorTimeOf(plan.pid);

  const commits = [...(await log.commitTimes(ids)).values()].toSorted((a, b) => a - b);
  const last = commits.at(-1);
  if (last === undefined) throw new Error("not one submission was graded in time");
  const drained = commits.filter((at) => at > handedInAt);
  return {
    submissions: ids.length,
    graded: commits.length,
    learners: learners.length,
    perSecond: perSecond(commits.length, last - startedAt),
    drainPerSecond: drained.length > 1 ? perSecond(drained.length, last - handedInAt) : undefined,
    processorMs: perPiece(before, after, commits.length),
  };
}

async function handIn(api: Api, exercise: TypicalExercise, times: number): Promise<string[]> {
  const ids: string[] = [];
  for (let n = 0; n < times; n++) ids.push(await submit(api, exercise));
  return ids;
}

function perSecond(count: number, ms: number): number {
  return (count * 1_000) / ms;
}
