import type { Logger } from "@mastery/telemetry/logger";
import { fork, type ChildProcess } from "node:child_process";
import { once } from "node:events";

const readyWithinMs = 60_000;
const stopWithinMs = 15_000;
const restartFirstMs = 250;
const restartMaxMs = 15_000;
/** More than the gateway lets pass, and adds: whoever is refused for it is refused there. */
const headerBytesMax = 64 * 1024;

export interface Supervised {
  readonly pid: () => number | undefined;
  stop(): Promise<void>;
}

export interface ChildSpec {
  readonly name: string;
  readonly entry: string;
  readonly arguments: readonly string[];
  readonly env: NodeJS.ProcessEnv;
  /** File descriptor that takes what the child prints. */
  readonly output: number;
}

/**
 * Runs a room as a child process and starts it again, with growing pauses, whenever it ends without having been asked
 * to. Resolves once the child has said that it is ready.
 */
export async function supervise(spec: ChildSpec, logger: Logger): Promise<Supervised> {
  let stopping = false;
  let pauseMs = restartFirstMs;
  let restart: NodeJS.Timeout | undefined;
  let child = launch(spec);

  function watch(current: ChildProcess): void {
    current.once("exit", (code, signal) => {
      if (stopping) return;
      logger.error({ part: spec.name, code, signal, pauseMs }, "a part ended and is started again");
      restart = setTimeout(() => {
        child = launch(spec);
        watch(child);
        void whenReady(child).then((ready) => (pauseMs = ready ? restartFirstMs : pauseMs));
      }, pauseMs);
      pauseMs = Math.min(pauseMs * 2, restartMaxMs);
    });
  }

  if (!(await whenReady(child))) {
    child.kill("SIGKILL");
    throw new Error(`The ${spec.name} process did not start; its last words are in the log.`);
  }
  watch(child);
  return {
    pid: () => child.pid,
    async stop() {
      stopping = true;
      clearTimeout(restart);
      await end(child);
    },
  };
}

function launch(spec: ChildSpec): ChildProcess {
  return fork(spec.entry, [...spec.arguments], {
    env: spec.env,
    execArgv: ["--disable-warning=ExperimentalWarning", `--max-http-header-size=${headerBytesMax}`],
    stdio: ["ignore", spec.output, spec.output, "ipc"],
  });
}

/** False when the child ended, or took too long, before it said `{ type: "ready" }`. */
function whenReady(child: ChildProcess): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), readyWithinMs);
    const settle = (ready: boolean) => {
      clearTimeout(timer);
      resolve(ready);
    };
    child.on("message", (message: { type?: string }) => {
      if (message.type === "ready") settle(true);
    });
    child.once("exit", () => settle(false));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = once(child, "exit");
  child.kill("SIGTERM");
  const timer = setTimeout(() => child.kill("SIGKILL"), stopWithinMs);
  await exited;
  clearTimeout(timer);
}
