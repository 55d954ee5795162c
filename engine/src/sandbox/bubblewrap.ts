import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { constants } from "node:os";
import type { Readable } from "node:stream";
import type { Job, RunOptions } from "../grading/job.ts";
import { bubblewrapArguments, type Interpreter } from "./bubblewrap-arguments.ts";
import { jobText } from "./job-text.ts";
import type { Sandbox } from "./sandbox.ts";
import { SandboxFault } from "./sandbox-fault.ts";
import { supervise, type ChildExit, type ConfinedChild } from "./supervise.ts";

/** A user that owns nothing on the machine and needs no entry in its list of users. */
const unprivilegedId = 64_123;
const complaintCharsMax = 2_000;
const program =
  readFileSync(new URL("runner.py", import.meta.url), "utf8") +
  readFileSync(new URL("confined-entry.py", import.meta.url), "utf8");

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
  const child = spawn("bwrap", bubblewrapArguments(interpreter, program), {
    cwd: "/",
    env: {},
    stdio: ["pipe", "ignore", "pipe", "pipe"],
    // The namespace of an ordinary user is a wall; that of root would not be one.
    ...(process.getuid?.() === 0 ? { uid: unprivilegedId, gid: unprivilegedId } : {}),
  });
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    if (complaint.length < complaintCharsMax) complaint += text;
  });
  const exited = new Promise<ChildExit>((settle) => {
    child.once("error", (error) => settle({ complaint: error.message }));
    child.once("close", (code, signal) => settle({ complaint, ...signalOf(code, signal) }));
  });
  // The program may end without reading its job; that shows in the results, not here.
  child.stdin?.on("error", () => child.stdin?.destroy());
  child.stdin?.end(jobText(job));
  const results = child.stdio[3] as Readable; // a "pipe" in stdio beyond 2 is always a readable stream here
  return { results, kill: () => child.kill("SIGKILL"), exited };
}

/** bwrap answers 128 + n when signal n ended the interpreter. */
function signalOf(code: number | null, signal: string | null): { signal?: string } {
  if (signal) return { signal };
  const name = Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
  return name ? { signal: name } : {};
}
