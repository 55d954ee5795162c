import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { copyFile, mkdir, mkdtemp, open, readdir, readFile, rename, rm } from "node:fs/promises";
import { homedir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { z } from "zod";
import { childArguments, childFile, pyodideFolder, type PyodideRuntime } from "./pyodide-runtime.ts";

const run = promisify(execFile);
const installMsMax = 10 * 60_000;
const snapshotMsMax = 2 * 60_000;
const packageFolder = fileURLToPath(new URL("../../../infrastructure/local/pyodide/", import.meta.url));
const packageFiles = ["package.json", "package-lock.json"];
const PyodideLock = z.object({ info: z.object({ python: z.string() }) });

export interface PreparePyodideOptions {
  /** Default: `mastery-engine` in the user's cache folder. */
  readonly cacheFolder?: string;
  /** Told in a line whatever takes long. */
  readonly say?: (line: string) => void;
}

/** Fetches Node 26 and freezes a loaded interpreter, each once; later calls find both in the cache. */
export async function preparePyodide(options: PreparePyodideOptions = {}): Promise<PyodideRuntime> {
  const cache = options.cacheFolder ?? defaultCacheFolder();
  const say = options.say ?? (() => undefined);
  await mkdir(cache, { recursive: true });
  const node = await prepareNode(cache, say);
  const snapshot = await prepareSnapshot(cache, node, say);
  return { node, snapshot, python: await pythonVersion() };
}

function defaultCacheFolder(): string {
  return join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "mastery-engine");
}

async function prepareNode(cache: string, say: (line: string) => void): Promise<string> {
  const key = await digest(packageFiles.map((name) => join(packageFolder, name)));
  const folder = join(cache, `node-${process.platform}-${process.arch}-${key}`);
  if (!existsSync(folder)) {
    say("Fetching Node 26 for the second sandbox (about 50 MB, once) ...");
    await build(cache, folder, async (fresh) => {
      for (const name of packageFiles) await copyFile(join(packageFolder, name), join(fresh, name));
      await run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], {
        cwd: fresh,
        timeout: installMsMax,
      });
      await nodeIn(fresh);
    });
  }
  return nodeIn(folder);
}

/** npm passes over an optional package that it cannot fetch, so look whether it is there. */
async function nodeIn(folder: string): Promise<string> {
  const packages = join(folder, "node_modules");
  const names = existsSync(packages) ? await readdir(packages) : [];
  const name = names.find((entry) => entry.startsWith("node-"));
  if (!name) throw new Error(`Node 26 for ${process.platform} on ${process.arch} could not be fetched`);
  return join(packages, name, "bin", "node");
}

async function prepareSnapshot(cache: string, node: string, say: (line: string) => void): Promise<string> {
  const parts = ["pyodide.asm.wasm", "pyodide.asm.mjs", "pyodide.mjs", "python_stdlib.zip"];
  const inputs = [...parts.map((name) => join(pyodideFolder, name)), childFile];
  const { stdout: nodeVersion } = await run(node, ["--version"]);
  const folder = join(cache, `pyodide-${await digest(inputs, nodeVersion)}`);
  const snapshot = join(folder, "memory");
  if (!existsSync(folder)) {
    say("Preparing Python for the second sandbox (a few seconds, once) ...");
    await build(cache, folder, (fresh) => writeSnapshot(node, join(fresh, "memory")));
  }
  return snapshot;
}

async function writeSnapshot(node: string, path: string): Promise<void> {
  const file = await open(path, "w");
  try {
    const child = spawn(node, childArguments("snapshot", ""), {
      cwd: "/",
      env: {},
      stdio: ["ignore", file.fd, "inherit"],
      timeout: snapshotMsMax,
    });
    const [code] = await once(child, "close");
    if (code !== 0) throw new Error("Python for the second sandbox could not be prepared");
    await file.sync();
  } finally {
    await file.close();
  }
}

/** Builds beside and moves into place, so that a half-built folder is never taken for a whole one. */
async function build(cache: string, folder: string, fill: (fresh: string) => Promise<void>): Promise<void> {
  const fresh = await mkdtemp(join(cache, "building-"));
  try {
    await fill(fresh);
    await rename(fresh, folder);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    // Somebody else may have been quicker.
    if (!existsSync(folder)) throw error;
  }
}

async function digest(paths: readonly string[], extra = ""): Promise<string> {
  const hash = createHash("sha256").update(extra);
  for (const path of paths) hash.update(await readFile(path));
  return hash.digest("hex").slice(0, 16);
}

async function pythonVersion(): Promise<string> {
  const lock: unknown = JSON.parse(await readFile(join(pyodideFolder, "pyodide-lock.json"), "utf8"));
  return PyodideLock.parse(lock).info.python;
}
