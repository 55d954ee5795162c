import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const readyLine = /^Mastery Engine is ready: (http:\S+)$/m;
const stopWithinMs = 40_000;
const lastWordsMax = 2_000;
const interruptedExitCode = 130;

export interface StartPlan {
  /** Where the project lies: this one, or a fresh clone. */
  readonly projectDir: string;
  readonly dataDir: string;
  readonly environment: NodeJS.ProcessEnv;
  readonly readyWithinMs: number;
}

export interface Started {
  readonly url: string;
  /** npm itself; everything else descends from it. */
  readonly pid: number;
  /** From the spawning of npm to the ready line. */
  readonly readyMs: number;
  readonly output: string;
  stop(): Promise<void>;
}

/** Types `npm start` as a person would, and waits for the ready line. Stops what it started when that does not come. */
export async function npmStart(plan: StartPlan): Promise<Started> {
  const startedAt = performance.now();
  const child = spawn("npm", ["start"], {
    cwd: plan.projectDir,
    env: plan.environment,
    stdio: ["ignore", "pipe", "pipe"],
    // A group of its own, so that all of it can be ended and nothing else.
    detached: true,
  });
  const exited = once(child, "exit").catch(() => undefined);
  const release = stopWhenInterrupted(() => stopAll(child, plan.dataDir, exited));
  const stop = async () => {
    await stopAll(child, plan.dataDir, exited);
    release();
  };
  try {
    const { url, output } = await ready(child, exited, plan.readyWithinMs);
    return { url, pid: child.pid ?? 0, readyMs: performance.now() - startedAt, output, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** Being a group of its own, it does not hear an interrupt typed at the terminal. */
function stopWhenInterrupted(stop: () => Promise<void>): () => void {
  const interrupted = () => void stop().finally(() => process.exit(interruptedExitCode));
  process.once("SIGINT", interrupted).once("SIGTERM", interrupted);
  return () => process.off("SIGINT", interrupted).off("SIGTERM", interrupted);
}

async function ready(
  child: ChildProcess,
  exited: Promise<unknown>,
  withinMs: number,
): Promise<{ url: string; output: string }> {
  let output = "";
  const found = Promise.withResolvers<{ url: string; output: string }>();
  const fail = (why: string) => found.reject(new Error(`npm start ${why}:\n${output.slice(-lastWordsMax)}`));
  const take = (chunk: Buffer) => {
    output += chunk.toString("utf8");
    const url = readyLine.exec(output)?.[1];
    if (url !== undefined) found.resolve({ url, output });
  };
  child.stdout?.on("data", take);
  child.stderr?.on("data", take);
  child.once("error", (error) => fail(`could not be run (${error.message})`));
  void exited.then(() => fail("ended before it was ready"));
  const timer = setTimeout(() => fail(`was not ready within ${withinMs / 1_000} s`), withinMs);
  return found.promise.finally(() => clearTimeout(timer));
}

/** Interrupts all of it, as Ctrl-C at a terminal does; what is still there long after that is killed, by group. */
async function stopAll(child: ChildProcess, dataDir: string, exited: Promise<unknown>): Promise<void> {
  const database = databasePid(dataDir);
  signalGroup(child.pid ?? 0, "SIGINT");
  const timeout = new AbortController();
  await Promise.race([
    exited.then(() => groupGone(child.pid ?? 0, timeout.signal)),
    delay(stopWithinMs, undefined, { signal: timeout.signal }).catch(() => undefined),
  ]);
  timeout.abort();
  killGroup(child.pid);
  if (databasePid(dataDir) === database) killGroup(database);
}

const lookEveryMs = 50;

/** npm may be gone before what it started has drained. */
async function groupGone(pid: number, signal: AbortSignal): Promise<void> {
  while (!signal.aborted && signalGroup(pid, 0)) await delay(lookEveryMs);
}

function killGroup(pid: number | undefined): void {
  if (pid !== undefined) signalGroup(pid, "SIGKILL");
}

function signalGroup(pid: number, signal: "SIGINT" | "SIGKILL" | 0): boolean {
  // To the system, the groups 0 and 1 would be this one and everybody.
  if (!(pid > 1)) return false;
  try {
    return process.kill(-pid, signal);
  } catch {
    // Nobody of that group is left.
    return false;
  }
}

function databasePid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n", 1)[0]);
  } catch {
    return undefined;
  }
}
