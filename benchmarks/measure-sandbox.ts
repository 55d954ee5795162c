import { setTimeout as delay } from "node:timers/promises";
import { measureByApi, type ApiTiming } from "./api-latency.ts";
import { measureInBrowser, type PageTiming } from "./browser.ts";
import { inviteOf, joinLearners } from "./classroom.ts";
import { openEventLog } from "./event-log.ts";
import { typicalExercise } from "./exercise.ts";
import { memoryOf, type ProcessMemory } from "./memory.ts";
import { npmStart } from "./npm-start.ts";
import { projectDir } from "./project-dir.ts";
import { startEnvironment, type SandboxName } from "./start-environment.ts";
import { submitAndWait } from "./submit.ts";
import { measureThroughput, type Throughput } from "./throughput.ts";

const readyWithinMs = 120_000;
/** After the ready line the processes finish what they do in the background, such as the first garbage collection. */
const settleMs = 6_000;
/** Enough for all on a quiet machine; on a busy one a step ends with fewer measurements, and says how many. */
const stepWithinMs = 25_000;
const learnersAtOnce = 12;
const gradingsWanted: Record<SandboxName, number> = { bubblewrap: 300, pyodide: 36 };

export interface SandboxMeasurements {
  readonly sandbox: SandboxName;
  readonly startMs: number;
  readonly idle: readonly ProcessMemory[];
  readonly afterLoad: readonly ProcessMemory[];
  readonly inBrowser: readonly PageTiming[];
  readonly byApi: readonly ApiTiming[];
  /** By submission: when its grade was committed, in milliseconds since 1970. */
  readonly committedAt: ReadonlyMap<string, number>;
  readonly throughput: Throughput;
}

export interface SandboxPlan {
  readonly dataDir: string;
  readonly sandbox: SandboxName;
  readonly submissions: number;
  /** Says in a line what is being measured. */
  readonly say: (line: string) => void;
}

/** Starts the product on an existing folder with one sandbox, measures, and stops it. */
export async function measureSandbox(plan: SandboxPlan): Promise<SandboxMeasurements> {
  const { dataDir, sandbox, submissions, say } = plan;
  say(`${sandbox}: npm start`);
  const environment = await startEnvironment(dataDir, sandbox);
  const started = await npmStart({ projectDir, dataDir, environment, readyWithinMs });
  try {
    await delay(settleMs);
    const idle = memoryOf(started.pid);
    const log = await openEventLog(dataDir);
    const exercise = typicalExercise();
    const email = (who: string) => `bench-${sandbox}-${who}@school.example`;
    const { url } = started;
    const invite = await inviteOf(url);
    const [viewer, program] = await joinLearners(url, invite, [email("browser"), email("program")]);
    if (!viewer || !program) throw new Error("joining gives a learner");
    await submitAndWait(viewer, exercise);

    say(`${sandbox}: submit to verdict on screen`);
    const steps = { exercise, submissions, withinMs: stepWithinMs };
    const inBrowser = await measureInBrowser({ url, email: email("browser"), ...steps });
    say(`${sandbox}: submit to verdict by the API`);
    const byApi = await measureByApi({ api: program, ...steps });
    say(`${sandbox}: gradings a second`);
    const emails = Array.from({ length: learnersAtOnce }, (_unused, n) => email(String(n)));
    const learners = await joinLearners(url, invite, emails);
    const throughput = await measureThroughput({
      learners,
      submissions: gradingsWanted[sandbox],
      exercise,
      log,
      pid: started.pid,
      withinMs: stepWithinMs,
    });
    const committedAt = await log.commitTimes(submissionIds(inBrowser, byApi));
    await log.close();
    await delay(settleMs);
    const afterLoad = memoryOf(started.pid);
    return {
      sandbox,
      startMs: started.readyMs,
      idle,
      afterLoad,
      inBrowser,
      byApi,
      committedAt,
      throughput,
    };
  } finally {
    await started.stop();
  }
}

function submissionIds(inBrowser: readonly PageTiming[], byApi: readonly ApiTiming[]): string[] {
  const seen = inBrowser.flatMap(({ graded }) => (graded ? [graded.submissionId] : []));
  return [...seen, ...byApi.map(({ submissionId }) => submissionId)];
}
