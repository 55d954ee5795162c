import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { unprivilegedId } from "./unprivileged-id.ts";

/** What a Pyodide child is started from. */
export interface PyodideRuntime {
  /** Path of a Node 26. */
  readonly node: string;
  /** Path of the frozen memory of a loaded interpreter. */
  readonly snapshot: string;
  /** Version of the interpreter, for example `3.14.2`. */
  readonly python: string;
}

export const pyodideFolder = dirname(createRequire(import.meta.url).resolve("pyodide/package.json"));
export const childFile = fileURLToPath(new URL("pyodide-child.ts", import.meta.url));
/** Python's own memory; JavaScript beside it needs little. */
export const wasmBytesMax = 256 * 1024 * 1024;
const heapMegabytesMax = 128;
/** Where the kernel can, it limits what JavaScript takes beside Python's own memory. */
const prlimit = "/usr/bin/prlimit";
const dataBytesMax = 1024 * 1024 * 1024;
/** Ends a child that has lost its parent, and with it the clock outside. */
const cpuSecondsMax = 120;

/** How a child that serves one job is started. */
export function childCommand(runtime: PyodideRuntime): { command: string; args: string[] } {
  const args = childArguments("serve", runtime.snapshot);
  if (process.platform !== "linux" || !existsSync(prlimit)) return { command: runtime.node, args };
  const limits = [`--data=${dataBytesMax}`, `--cpu=${cpuSecondsMax}`, "--core=0", "--"];
  return { command: prlimit, args: [...limits, runtime.node, ...args] };
}

/** Node's command line for a child. It may read the interpreter and its own main file, and nothing else. */
export function childArguments(task: "snapshot" | "serve", snapshot: string): string[] {
  const readable = [pyodideFolder, childFile, ...(snapshot ? [snapshot] : [])];
  return [
    ["--permission", "--disallow-code-generation-from-strings"],
    readable.map((path) => `--allow-fs-read=${path}`),
    [`--max-old-space-size=${heapMegabytesMax}`, "--no-warnings"],
    [childFile, task, pyodideFolder, snapshot, String(wasmBytesMax), String(unprivilegedId)],
  ].flat();
}
