import { readFileSync } from "node:fs";
import { processTree } from "./process-tree.ts";

const bytesPerKilobyte = 1024;

export interface ProcessMemory {
  readonly pid: number;
  readonly name: string;
  /** All pages in memory, shared ones counted in full for every process that maps them. */
  readonly rssBytes: number;
  /** Shared pages divided among those who map them: these may be added up. */
  readonly pssBytes: number;
}

/** Memory of a process and everything it started, from the kernel's own account. */
export function memoryOf(rootPid: number): ProcessMemory[] {
  return processTree(rootPid).flatMap(({ pid, name }) => {
    const rollup = readRollup(pid);
    return rollup ? [{ pid, name, rssBytes: field(rollup, "Rss"), pssBytes: field(rollup, "Pss") }] : [];
  });
}

/** Undefined when the process has gone meanwhile. */
function readRollup(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
  } catch {
    return undefined;
  }
}

function field(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(rollup)?.[1] ?? 0) * bytesPerKilobyte;
}
