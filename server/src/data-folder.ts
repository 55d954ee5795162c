import { createHash } from "node:crypto";
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  rmSync,
  statfsSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Configuration } from "./configuration.ts";
import { closedAncestor } from "./postgres/reachable.ts";
import { StartFault } from "./start-fault.ts";

const freeBytesMin = 200 * 1024 * 1024;
const megabyte = 1024 * 1024;
/** The system's limit is 107; the longest name we put below the folder is `pg/.s.PGSQL.5432.lock`. */
const socketFolderBytesMax = 107 - "/pg/.s.PGSQL.5432.lock".length;
export const systemFolder = "/var/lib/mastery-engine";

export interface DataFolder {
  readonly path: string;
  /** Where unix sockets go. */
  readonly runPath: string;
  /** Said at the start when the folder is not where one would look for it. */
  readonly remark: string | undefined;
}

type Wish = Pick<Configuration, "dataDir" | "dataDirChosen">;

/** Where the data folder is, whether or not it exists yet. */
export function findDataFolder(wish: Wish, runsAsRoot: boolean): DataFolder {
  const { path, remark } = place(wish, runsAsRoot);
  return { path, remark, runPath: socketFolder(path) };
}

/** Finds, creates and checks the data folder; throws a StartFault that says what to do. */
export function prepareDataFolder(wish: Wish, runsAsRoot: boolean): DataFolder {
  const folder = findDataFolder(wish, runsAsRoot);
  const { path, runPath } = folder;
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    throw unusable(path, "it could not be created", error);
  }
  if (!statSync(path).isDirectory()) throw unusable(path, "it is not a folder");
  checkSpace(path);
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK);
    // The database's user passes through to its own folder; nobody else sees what lies here.
    chmodSync(path, 0o711);
    checkWritable(path);
  } catch (error) {
    throw unusable(path, "it cannot be written to", error);
  }
  mkdirSync(runPath, { recursive: true, mode: 0o711 });
  return folder;
}

function place(wish: Wish, runsAsRoot: boolean): { path: string; remark: string | undefined } {
  const closed = runsAsRoot ? closedAncestor(existingPart(wish.dataDir)) : undefined;
  if (closed === undefined || closed === wish.dataDir) return { path: wish.dataDir, remark: undefined };
  if (wish.dataDirChosen) {
    throw unusable(
      wish.dataDir,
      `the database runs as a user of its own, who may not enter ${closed}. Choose a folder outside it`,
    );
  }
  const hash = createHash("sha256").update(wish.dataDir).digest("hex").slice(0, 8);
  const path = join(systemFolder, `${basename(dirname(wish.dataDir))}-${hash}`);
  return { path, remark: `Data is kept in ${path}, because other users may not enter ${closed}.` };
}

function existingPart(path: string): string {
  return existsSync(path) ? path : existingPart(dirname(path));
}

/** Permission bits tell root nothing about a read-only or full disk; writing does. */
function checkWritable(path: string): void {
  const probe = join(path, "write-check");
  writeFileSync(probe, "Removed at once; if it stays, writing worked and removing did not.\n");
  rmSync(probe);
}

function checkSpace(path: string): void {
  const { bavail, bsize } = statfsSync(path);
  const free = bavail * bsize;
  if (free >= freeBytesMin) return;
  throw new StartFault(
    "disk_full",
    `Only ${Math.floor(free / megabyte)} MB are free where ${path} lies; at least ${freeBytesMin / megabyte} MB are ` +
      "needed. Free some space, or set MASTERY_DATA_DIR to a folder on another disk.",
  );
}

function socketFolder(path: string): string {
  const inside = join(path, "run");
  if (Buffer.byteLength(inside) <= socketFolderBytesMax) return inside;
  const hash = createHash("sha256").update(path).digest("hex").slice(0, 12);
  return join(tmpdir(), `mastery-${hash}`);
}

function unusable(path: string, why: string, cause?: unknown): StartFault {
  const detail = cause instanceof Error ? ` (${cause.message})` : "";
  return new StartFault(
    "folder_unusable",
    `The data folder ${path} cannot be used: ${why}${detail}. Set MASTERY_DATA_DIR to a folder you may write to.`,
    { cause },
  );
}
