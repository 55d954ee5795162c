import { spawn } from "node:child_process";
import type { Job, RunOptions } from "../grading/job.ts";
import { confinedChild, type ConfinedChild } from "./confined-child.ts";
import { jobText } from "./job-text.ts";
import { childCommand, type PyodideRuntime } from "./pyodide-runtime.ts";
import { pyodideProgram } from "./runner-program.ts";
import type { Sandbox } from "./sandbox.ts";
import { SandboxFault } from "./sandbox-fault.ts";
import { supervise } from "./supervise.ts";

/** Runs each job in a child of its own, one of which is always loaded in advance; see `preparePyodide`. */
export function createPyodideSandbox(runtime: PyodideRuntime): Sandbox {
  const alive = new Set<ConfinedChild>();
  let closed = false;
  const start = (): ConfinedChild => {
    const child = startChild(runtime);
    alive.add(child);
    void child.exited.then(() => alive.delete(child));
    return child;
  };
  let spare = start();
  return {
    name: "pyodide",
    python: runtime.python,
    async run(job: Job, options?: RunOptions) {
      if (closed) throw new SandboxFault("closed", "the sandbox is closed");
      const child = alive.has(spare) ? spare : start();
      spare = start();
      child.send(JSON.stringify({ program: pyodideProgram, job: jobText(job) }));
      return supervise(child, job, options);
    },
    async close() {
      closed = true;
      const children = [...alive];
      for (const child of children) child.kill();
      await Promise.all(children.map((child) => child.exited));
    },
  };
}

function startChild(runtime: PyodideRuntime): ConfinedChild {
  const { command, args } = childCommand(runtime);
  const child = spawn(command, args, { cwd: "/", env: {}, stdio: ["pipe", "pipe", "pipe"] });
  return confinedChild(child, child.stdout);
}
