import { type ChildProcess, spawn } from "node:child_process";
import type { Readable, Writable } from "node:stream";
import type { Job, RunOptions } from "../grading/job.ts";
import {
  bubblewrapArguments,
  filterDescriptor,
  infoDescriptor,
  type Interpreter,
  resultsDescriptor,
} from "./bubblewrap-arguments.ts";
import { confinedChild, type ConfinedChild } from "./confined-child.ts";
import { jobText } from "./job-text.ts";
import { confinedProgram } from "./runner-program.ts";
import type { Sandbox } from "./sandbox.ts";
import { SandboxFault } from "./sandbox-fault.ts";
import { seccompFilter } from "./seccomp-filter.ts";
import { supervise } from "./supervise.ts";
import { unprivilegedId } from "./unprivileged-id.ts";

const collectMsMax = 1_000;
const filter = seccompFilter(process.arch);

/** Runs each job in namespaces of its own; `interpreter` comes from `probeBubblewrap`. */
export function createBubblewrapSandbox(interpreter: Interpreter): Sandbox {
  const running = new Set<ConfinedChild>();
  let closed = false;
  return {
    name: "bubblewrap",
    python: interpreter.version,
    async run(job: Job, options?: RunOptions) {
      if (closed) throw new SandboxFault("closed", "the sandbox is closed");
      const child = startConfined(interpreter, job);
      running.add(child);
      try {
        return await supervise(child, job, options);
      } finally {
        running.delete(child);
      }
    },
    async close() {
      closed = true;
      const children = [...running];
      for (const child of children) child.kill();
      await Promise.all(children.map((child) => child.exited));
    },
  };
}

function startConfined(interpreter: Interpreter, job: Job): ConfinedChild {
  const child = spawn("bwrap", bubblewrapArguments(interpreter, confinedProgram, filter !== undefined), {
    cwd: "/",
    env: {},
    stdio: ["pipe", "ignore", "pipe", "pipe", "pipe", "pipe"],
    // The namespace of an ordinary user is a wall; that of root would not be one.
    ...(process.getuid?.() === 0 ? { uid: unprivilegedId, gid: unprivilegedId } : {}),
  });
  const results = child.stdio[resultsDescriptor] as Readable; // a "pipe" beyond descriptor 2 is a duplex stream
  const filterPipe = child.stdio[filterDescriptor] as Writable; // likewise
  filterPipe.on("error", () => filterPipe.destroy());
  filterPipe.end(filter);
  const confined = { ...confinedChild(child, results), kill: killerOf(child) };
  confined.send(jobText(job));
  return confined;
}

/**
 * Kills the first process of the namespace, with which all the others go; bwrap then collects it and leaves. Killing
 * bwrap itself would leave it uncollected where the machine's first process does not do that.
 */
function killerOf(child: ChildProcess): () => void {
  let info = "";
  const infoPipe = child.stdio.at(infoDescriptor) as Readable; // a "pipe", as above
  infoPipe.setEncoding("utf8").on("data", (text: string) => (info += text));
  return () => {
    const pid = Number(/"child-pid": (\d+)/.exec(info)?.[1] ?? 0);
    const running = child.exitCode === null && child.signalCode === null;
    if (!running) return;
    if (!pid || !killed(pid)) child.kill("SIGKILL");
    else setTimeout(() => child.kill("SIGKILL"), collectMsMax).unref();
  };
}

function killed(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
