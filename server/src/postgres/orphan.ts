import { readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const stopWithinMs = 15_000;
const checkEveryMs = 20;

/**
 * Stops a PostgreSQL that outlived the process which started it. Call it only while holding the folder's lock: then
 * whoever the pid file names has no owner.
 */
export async function stopOrphan(clusterFolder: string): Promise<"none" | "stopped"> {
  const pidFile = join(clusterFolder, "postmaster.pid");
  const pid = readPid(pidFile);
  if (pid === undefined) return "none";
  if (!isPostgresOf(pid, clusterFolder)) {
    rmSync(pidFile, { force: true });
    return "none";
  }
  process.kill(pid, "SIGINT");
  const deadline = performance.now() + stopWithinMs;
  while (isAlive(pid)) {
    if (performance.now() > deadline) process.kill(pid, "SIGQUIT");
    await delay(checkEveryMs);
  }
  return "stopped";
}

function readPid(pidFile: string): number | undefined {
  try {
    const pid = Number(readFileSync(pidFile, "utf8").split("\n", 1)[0]);
    return Number.isInteger(pid) && pid > 1 ? pid : undefined;
  } catch {
    return undefined;
  }
}

/** A pid may have been given to another program since; its command line tells, where the system shows it. */
function isPostgresOf(pid: number, clusterFolder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    return readFileSync(`/proc/${pid}/cmdline`, "utf8").split("\0").includes(clusterFolder);
  } catch {
    return process.platform !== "linux";
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch {
    return false;
  }
  return !isZombie(pid);
}

/** Dead, but not yet taken note of by its parent; in a container whose first process never does, for ever. */
function isZombie(pid: number): boolean {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    // The state follows the command's name, which stands in brackets and may hold anything.
    return stat.slice(stat.lastIndexOf(")") + 2).startsWith("Z");
  } catch {
    return false;
  }
}

/**
 * Removes the socket of a server that was killed, with its lock file: PostgreSQL takes a zombie for a living owner.
 * Call it only after `stopOrphan`.
 */
export function removeStaleSocket(socketFolder: string): void {
  for (const name of [".s.PGSQL.5432", ".s.PGSQL.5432.lock"])
    rmSync(join(socketFolder, name), { force: true });
}
