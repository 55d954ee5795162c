import { mainProcess, processTree, webProcess } from "./process-tree.ts";

/** Linux counts a process's time in hundredths of a second towards programs, whatever the kernel uses inside. */
const msPerTick = 10;

/** Processor time used so far, in milliseconds. Unlike a clock it hardly depends on what else the machine does. */
export interface ProcessorTime {
  readonly main: number;
  /** Sandboxes that have ended, and all they had started. */
  readonly sandboxes: number;
  readonly postgres: number;
  readonly web: number;
}

export function processorTimeOf(rootPid: number): ProcessorTime {
  const tree = processTree(rootPid);
  const sum = (of: (name: string) => boolean, ticks: "ownTicks" | "waitedTicks") =>
    tree.reduce((total, process) => total + (of(process.name) ? process[ticks] : 0), 0) * msPerTick;
  const named = (wanted: string) => (name: string) => name === wanted;
  const database = (name: string) => name.startsWith("postgres:");
  return {
    main: sum(named(mainProcess), "ownTicks"),
    sandboxes: sum(named(mainProcess), "waitedTicks"),
    // A connection that was closed meanwhile counts among those the postmaster has waited for.
    postgres: sum(database, "ownTicks") + sum(database, "waitedTicks"),
    web: sum(named(webProcess), "ownTicks"),
  };
}

/** What was used between two looks, for each of `count` pieces of work. */
export function perPiece(before: ProcessorTime, after: ProcessorTime, count: number): ProcessorTime {
  const used = (of: keyof ProcessorTime) => (after[of] - before[of]) / count;
  return {
    main: used("main"),
    sandboxes: used("sandboxes"),
    postgres: used("postgres"),
    web: used("web"),
  };
}
