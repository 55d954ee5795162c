import { execFile, spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { promisify } from "node:util";
import { Client } from "pg";
import { StartFault } from "../start-fault.ts";
import { locateBinaries } from "./binaries.ts";
import { removeStaleSocket, stopOrphan } from "./orphan.ts";
import { serviceUser, type UnprivilegedUser } from "./service-user.ts";
import { postgresArguments } from "./settings.ts";

const readyWithinMs = 60_000;
const readyCheckMs = 15;
const stopWithinMs = 20_000;
const logBytesMax = 10 * 1024 * 1024;

export interface EmbeddedPostgres {
  readonly databaseUrl: string;
  readonly pid: number;
  /** Resolves when the server ends without having been asked to. */
  readonly unexpectedExit: Promise<string>;
  /** Ends connections, writes a checkpoint and stops. */
  stop(): Promise<void>;
}

export interface EmbeddedPostgresOptions {
  /** Holds the cluster, created when missing. The caller holds the folder's lock. */
  readonly folder: string;
  /** Where the unix socket goes; short enough for the system's limit of 107 bytes. */
  readonly socketFolder: string;
  /** For a copy of the binaries where other users cannot enter the installation. */
  readonly sharedFolder: string;
  /** More command-line settings, for tests. */
  readonly extraArguments?: readonly string[];
}

/** Starts the PostgreSQL of this folder as a child process and waits until it answers. */
export async function startEmbeddedPostgres(options: EmbeddedPostgresOptions): Promise<EmbeddedPostgres> {
  const user = serviceUser();
  const binaries = locateBinaries(user !== undefined, options.sharedFolder);
  const cluster = join(options.folder, "cluster");
  for (const folder of [options.folder, options.socketFolder]) own(folder, user);
  if (!existsSync(join(cluster, "PG_VERSION"))) await initialise(binaries, cluster, user);
  await stopOrphan(cluster);
  removeStaleSocket(options.socketFolder);
  const logPath = join(options.folder, "postgres.log");
  const child = launch(binaries, cluster, logPath, options, user);
  const exited = once(child, "exit").then(() => lastWords(logPath));
  await ready(options.socketFolder, child, exited);
  let stopping = false;
  return {
    databaseUrl: databaseUrl(options.socketFolder, "mastery"),
    pid: child.pid ?? 0,
    unexpectedExit: exited.then((words) => (stopping ? new Promise<never>(() => {}) : words)),
    async stop() {
      stopping = true;
      child.kill("SIGINT");
      const timer = setTimeout(() => child.kill("SIGQUIT"), stopWithinMs);
      await exited;
      clearTimeout(timer);
    },
  };
}

export function databaseUrl(socketFolder: string, database: string): string {
  return `postgresql://mastery@localhost/${database}?host=${encodeURIComponent(socketFolder)}`;
}

function own(folder: string, user: UnprivilegedUser | undefined): void {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (user) chownSync(folder, user.uid, user.gid);
}

/** A half-made cluster is never mistaken for a whole one: it gets its name only when it is complete. */
async function initialise(
  binaries: string,
  cluster: string,
  user: UnprivilegedUser | undefined,
): Promise<void> {
  const unfinished = `${cluster}.new`;
  rmSync(unfinished, { recursive: true, force: true });
  const flags = ["--username=mastery", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-instructions"];
  try {
    await promisify(execFile)(join(binaries, "bin/initdb"), ["-D", unfinished, ...flags], {
      ...user,
      cwd: "/",
    });
  } catch (error) {
    const words = error instanceof Error && "stderr" in error ? String(error.stderr).trim() : String(error);
    throw new StartFault("database_failed", `The database could not be created in ${cluster}: ${words}`, {
      cause: error,
    });
  }
  renameSync(unfinished, cluster);
}

function launch(
  binaries: string,
  cluster: string,
  logPath: string,
  options: EmbeddedPostgresOptions,
  user: UnprivilegedUser | undefined,
): ChildProcess {
  if (existsSync(logPath) && statSync(logPath).size > logBytesMax) renameSync(logPath, `${logPath}.1`);
  const log = openSync(logPath, "a", 0o600);
  const child = spawn(
    join(binaries, "bin/postgres"),
    [...postgresArguments(cluster, options.socketFolder), ...(options.extraArguments ?? [])],
    // A group of its own: an interrupt typed at the terminal reaches it through us, after the services have drained.
    { ...user, cwd: "/", env: {}, detached: true, stdio: ["ignore", log, log] },
  );
  closeSync(log);
  return child;
}

async function ready(socketFolder: string, child: ChildProcess, exited: Promise<string>): Promise<void> {
  const deadline = performance.now() + readyWithinMs;
  let words: string | undefined;
  void exited.then((text) => (words = text));
  for (;;) {
    if (words !== undefined) {
      throw new StartFault("database_failed", `The embedded database ended while starting: ${words}`);
    }
    if (await ensureDatabase(socketFolder)) return;
    if (performance.now() > deadline) {
      child.kill("SIGQUIT");
      throw new StartFault(
        "database_failed",
        `The embedded database did not answer within ${readyWithinMs / 1000} s.`,
      );
    }
    await delay(readyCheckMs);
  }
}

async function ensureDatabase(socketFolder: string): Promise<boolean> {
  const client = new Client({ connectionString: databaseUrl(socketFolder, "postgres") });
  try {
    await client.connect();
    const found = await client.query("SELECT 1 FROM pg_database WHERE datname = 'mastery'");
    if (found.rowCount === 0) await client.query("CREATE DATABASE mastery");
    return true;
  } catch (error) {
    if (isNotYet(error)) return false;
    throw error;
  } finally {
    await client.end().catch(() => {});
  }
}

function isNotYet(error: unknown): boolean {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  // No socket, nobody listening, or "the database system is starting up".
  return code === "ENOENT" || code === "ECONNREFUSED" || code === "57P03" || code === "ECONNRESET";
}

function lastWords(logPath: string): string {
  const lines = readFileSync(logPath, "utf8").trimEnd().split("\n");
  return lines.slice(-4).join(" | ");
}
