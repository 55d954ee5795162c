import type { ChildProcess } from "node:child_process";
import { constants } from "node:os";
import type { Readable } from "node:stream";

const complaintCharsMax = 2_000;

/** A started child, walled in, whose runner reports on `results`. */
export interface ConfinedChild {
  readonly results: Readable;
  /** Gives the runner one line of text without line breaks. */
  send(line: string): void;
  kill(): void;
  /** Settles when every process in the sandbox is gone. */
  readonly exited: Promise<ChildExit>;
}

export interface ChildExit {
  /** The signal that ended the interpreter, where one did. */
  readonly signal?: string;
  /** What the child said on standard error, for the operator. */
  readonly complaint: string;
}

export function confinedChild(child: ChildProcess, results: Readable): ConfinedChild {
  let complaint = "";
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    complaint = (complaint + text).slice(0, complaintCharsMax);
  });
  const exited = new Promise<ChildExit>((settle) => {
    child.once("error", (error) => settle({ complaint: error.message }));
    child.once("close", (code, signal) => settle({ complaint: complaint.trim(), ...signalOf(code, signal) }));
  });
  // The program may end without reading its job; that shows in the results, not here.
  child.stdin?.on("error", () => child.stdin?.destroy());
  return {
    results,
    send: (line) => child.stdin?.write(`${line}\n`),
    kill: () => child.kill("SIGKILL"),
    exited,
  };
}

/** bwrap, like a shell, answers 128 + n when signal n ended the program. */
function signalOf(code: number | null, signal: string | null): { signal?: string } {
  if (signal) return { signal };
  const name = Object.entries(constants.signals).find(([, number]) => code === 128 + number)?.[0];
  return name ? { signal: name } : {};
}
