import type { ApiTiming } from "./api-latency.ts";
import type { PageTiming } from "./browser.ts";
import type { SandboxMeasurements } from "./measure-sandbox.ts";
import type { SandboxName } from "./start-environment.ts";
import { summarise, type Summary } from "./statistics.ts";
import type { Throughput } from "./throughput.ts";

export type Named = readonly (readonly [what: string, summary: Summary | undefined])[];

/** What is reported for one sandbox; times in milliseconds. */
export interface SandboxReport {
  readonly sandbox: SandboxName;
  readonly onScreen: Summary | undefined;
  readonly byApi: Summary | undefined;
  readonly commitToBrowser: Summary | undefined;
  readonly throughput: Throughput;
  /** Where the time on screen goes, in order. */
  readonly screenStages: Named;
  /** Where the time by the API goes, in order. */
  readonly apiStages: Named;
}

export function evaluate(measured: SandboxMeasurements): SandboxReport {
  const { sandbox, inBrowser, byApi, committedAt, throughput } = measured;
  return {
    sandbox,
    onScreen: summarise(inBrowser.map(({ pressedAt, paintedAt }) => paintedAt - pressedAt)),
    byApi: summarise(byApi.map(({ totalMs }) => totalMs)),
    commitToBrowser: summarise(inBrowser.flatMap((timing) => commitToBrowser(timing, committedAt))),
    throughput,
    screenStages: stages(inBrowser.map(screenStagesOf)),
    apiStages: stages(byApi.map((timing) => apiStagesOf(timing, committedAt))),
  };
}

function commitToBrowser({ graded }: PageTiming, committedAt: ReadonlyMap<string, number>): number[] {
  const commit = graded && committedAt.get(graded.submissionId);
  return graded && commit !== undefined ? [graded.wallClock - commit] : [];
}

type Stages = Readonly<Record<string, number | undefined>>;

function screenStagesOf({ pressedAt, sentAt, acceptedAt, graded, paintedAt }: PageTiming): Stages {
  return {
    "click -> POST sent": sentAt - pressedAt,
    "POST sent -> answered": acceptedAt - sentAt,
    "answered -> graded event received": graded && graded.at - acceptedAt,
    "event received -> verdict painted": graded && paintedAt - graded.at,
  };
}

function apiStagesOf(timing: ApiTiming, committedAt: ReadonlyMap<string, number>): Stages {
  const { sentAt, queuedAt, runningAt, judgedAt, receivedAt, sandboxMs } = timing;
  const commit = committedAt.get(timing.submissionId);
  return {
    "POST sent -> engine takes it": queuedAt - sentAt,
    "written, queued, picked up": runningAt - queuedAt,
    "told as running, judged": judgedAt - runningAt - sandboxMs,
    "sandbox, start to end": sandboxMs,
    "grade written and committed": commit && commit - judgedAt,
    "commit -> received by the program": commit && receivedAt - commit,
  };
}

/** One summary a stage, over all submissions that have it. */
function stages(all: readonly Stages[]): Named {
  return Object.keys(all[0] ?? {}).map((what) => [
    what,
    summarise(all.flatMap((each) => (each[what] === undefined ? [] : [each[what]]))),
  ]);
}
