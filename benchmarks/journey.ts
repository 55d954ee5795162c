import { availableParallelism, cpus, loadavg } from "node:os";
import { measureColdStart } from "./cold-start.ts";
import { evaluate } from "./evaluate.ts";
import { typicalExercise } from "./exercise.ts";
import { keepCommitTimes } from "./event-log.ts";
import { measureSandbox } from "./measure-sandbox.ts";
import { npmStart } from "./npm-start.ts";
import { readOptions, usage, type BenchOptions } from "./options.ts";
import { ownFolder } from "./own-folder.ts";
import { projectDir } from "./project-dir.ts";
import { reportText, type Report } from "./report.ts";
import { startEnvironment } from "./start-environment.ts";

/** The pages may have to be built first. */
const firstReadyWithinMs = 10 * 60_000;

const options = readOptions(process.argv.slice(2));
if (options) await main(options);
else console.log(usage);

/** Measures the way of a submission on this machine and prints what came out. Slow is no failure. */
async function main({ cold, json, submissions }: BenchOptions): Promise<void> {
  try {
    const report = await measure(cold, submissions);
    console.log(json ? JSON.stringify(report, undefined, 2) : reportText(report));
  } catch (error) {
    say(`The benchmark could not be finished: ${error instanceof Error ? error.message : String(error)}`);
    process.exitCode = 1;
  }
}

async function measure(cold: boolean, submissions: number): Promise<Report> {
  const loadBefore = loadNow();
  const dataDir = ownFolder();
  const first = await firstStart(dataDir);
  const plan = { dataDir, say };
  const bubblewrap = await measureSandbox({ ...plan, sandbox: "bubblewrap", submissions });
  const pyodide = await measureSandbox({
    ...plan,
    sandbox: "pyodide",
    submissions: Math.ceil(submissions / 2),
  });
  if (cold) say("cold start: a fresh clone with empty caches (minutes)");
  const coldStart = cold ? { coldMs: await measureColdStart() } : {};
  return {
    measuredAt: new Date().toISOString(),
    machine: {
      cores: availableParallelism(),
      model: cpus()[0]?.model ?? "unknown",
      loadBefore,
      loadAfter: loadNow(),
      node: process.version,
    },
    exercise: typicalExercise().slug,
    sandboxes: [evaluate(bubblewrap), evaluate(pyodide)],
    starts: { ...coldStart, first, secondMs: bubblewrap.startMs },
    memory: { idle: bubblewrap.idle, afterLoad: bubblewrap.afterLoad },
  };
}

async function firstStart(dataDir: string): Promise<Report["starts"]["first"]> {
  say("first npm start on an empty data folder; builds the pages if they changed");
  const environment = await startEnvironment(dataDir);
  const started = await npmStart({
    projectDir,
    dataDir,
    environment,
    readyWithinMs: firstReadyWithinMs,
  });
  try {
    await keepCommitTimes(dataDir);
  } finally {
    await started.stop();
  }
  return { readyMs: started.readyMs, pagesBuilt: started.output.includes("Building the pages") };
}

function loadNow(): number {
  return loadavg()[0] ?? 0;
}

function say(line: string): void {
  console.error(`- ${line}`);
}
