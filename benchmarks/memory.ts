import { readdirSync, readFileSync } from "node:fs";

const bytesPerKilobyte = 1024;

export interface ProcessMemory {
  readonly pid: number;
  readonly name: string;
  /** All pages in memory, shared ones counted in full for every process that maps them. */
  readonly rssBytes: number;
  /** Shared pages divided among those who map them: these may be added up. */
  readonly pssBytes: number;
}

/** Memory of a process and everything it started, from the kernel's own account. Linux only. */
export function memoryOf(rootPid: number): ProcessMemory[] {
  return descendants(rootPid).flatMap((pid) => {
    const memory = read(pid);
    return memory ? [memory] : [];
  });
}

function descendants(rootPid: number): number[] {
  const children = new Map<number, number[]>();
  for (const entry of readdirSync("/proc")) {
    const pid = Number(entry);
    if (!Number.isInteger(pid)) continue;
    const parent = parentOf(pid);
    if (parent !== undefined) children.set(parent, [...(children.get(parent) ?? []), pid]);
  }
  const found = [rootPid];
  for (const pid of found) found.push(...(children.get(pid) ?? []));
  return found;
}

/** Undefined when the process has gone meanwhile. */
function parentOf(pid: number): number | undefined {
  try {
    // The command's name stands in brackets and may itself contain any character.
    const afterName = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1) ?? "";
    return Number(afterName.split(" ")[1]);
  } catch {
    return undefined;
  }
}

function read(pid: number): ProcessMemory | undefined {
  try {
    const rollup = readFileSync(`/proc/${pid}/smaps_rollup`, "utf8");
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return { pid, name: nameOf(command), rssBytes: field(rollup, "Rss"), pssBytes: field(rollup, "Pss") };
  } catch {
    return undefined;
  }
}

function field(rollup: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB$`, "m").exec(rollup)?.[1] ?? 0) * bytesPerKilobyte;
}

const names: readonly (readonly [RegExp, string])[] = [
  [/server\/src\/main\.ts/, "main (engine, grader, realtime, gateway, skills)"],
  [/frontend\/server\.ts/, "web (pages)"],
  [/scripts\/start\.mjs/, "start script"],
  [/^npm /, "npm"],
  [/pyodide/, "spare sandbox"],
  [/bin\/postgres /, "postgres: postmaster"],
  // Every connection of the pool has a process of its own; what it does at the moment is left out.
  [/^postgres: mastery mastery/, "postgres: connection"],
];

function nameOf(command: string): string {
  const known = names.find(([pattern]) => pattern.test(command))?.[1];
  return known ?? command.slice(0, 60);
}
