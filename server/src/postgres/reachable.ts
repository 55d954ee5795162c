import { existsSync, statSync } from "node:fs";
import { dirname, resolve } from "node:path";

const executeForOthers = 0o001;

/** The first ancestor that another user may not enter, or undefined when all can be passed. */
export function closedAncestor(path: string): string | undefined {
  const closed: string[] = [];
  for (let folder = resolve(path); ; folder = dirname(folder)) {
    if (existsSync(folder) && (statSync(folder).mode & executeForOthers) === 0) closed.push(folder);
    if (folder === dirname(folder)) return closed.at(-1);
  }
}
