import { readdirSync, readFileSync } from "node:fs";

export interface ProcessFacts {
  readonly pid: number;
  readonly parentPid: number;
  readonly name: string;
  /** Processor time of its own, and of the children it has waited for, in clock ticks. */
  readonly ownTicks: number;
  readonly waitedTicks: number;
}

/** A process and everything that descends from it. Linux only. */
export function processTree(rootPid: number): ProcessFacts[] {
  const all = readdirSync("/proc").flatMap((entry) => {
    const facts = /^\d+$/.test(entry) ? readFacts(Number(entry)) : undefined;
    return facts ? [facts] : [];
  });
  const byParent = Map.groupBy(all, ({ parentPid }) => parentPid);
  const found = all.filter(({ pid }) => pid === rootPid);
  for (const { pid } of found) found.push(...(byParent.get(pid) ?? []));
  return found;
}

/** Undefined when the process has gone meanwhile. */
function readFacts(pid: number): ProcessFacts | undefined {
  try {
    // The command's name stands in brackets and may itself contain any character; the state follows it.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)?.split(" ").map(Number) ?? [];
    const field = (index: number) => stat[index] ?? 0;
    const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ").trim();
    return {
      pid,
      parentPid: field(1),
      name: nameOf(command),
      ownTicks: field(11) + field(12),
      waitedTicks: field(13) + field(14),
    };
  } catch {
    return undefined;
  }
}

export const mainProcess = "main (engine, grader, realtime, gateway, skills)";
export const webProcess = "web (pages)";

const names: readonly (readonly [RegExp, string])[] = [
  [/^npm /, "npm"],
  [/^(sh|\S*\/sh) -c/, "npm's shell"],
  [/scripts\/start\.mjs/, "start script"],
  [/server\/src\/main\.ts/, mainProcess],
  [/frontend\/server\.ts/, webProcess],
  [/pyodide/, "spare sandbox"],
  [/bin\/postgres /, "postgres: postmaster"],
  // Every connection of the pool has a process of its own; what it does at the moment is left out.
  [/^postgres: mastery mastery/, "postgres: connection"],
  [/^postgres: io worker/, "postgres: io worker"],
];

function nameOf(command: string): string {
  const known = names.find(([pattern]) => pattern.test(command))?.[1];
  return known ?? command.slice(0, 60);
}
