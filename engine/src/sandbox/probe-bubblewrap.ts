import { execFile } from "node:child_process";
import { existsSync, lstatSync, readlinkSync, realpathSync } from "node:fs";
import { promisify } from "node:util";
import { createBubblewrapSandbox } from "./bubblewrap.ts";
import type { Interpreter } from "./bubblewrap-arguments.ts";

const run = promisify(execFile);
const probeMsMax = 30_000;
/** Never one from a home folder or a version manager: another user could not reach it. */
const candidates = ["/usr/bin/python3", "/usr/local/bin/python3"];
const oldestPython = [3, 9] as const;

export type BubblewrapProbe =
  | { readonly type: "usable"; readonly python: string; readonly interpreter: Interpreter }
  | { readonly type: "unusable"; readonly reason: string };

/** Runs a small job for real: bubblewrap may be installed and still be forbidden. */
export async function probeBubblewrap(): Promise<BubblewrapProbe> {
  if (process.platform !== "linux") return { type: "unusable", reason: "bubblewrap needs Linux" };
  const path = candidates.find((candidate) => existsSync(candidate));
  if (!path) return { type: "unusable", reason: `no python3 at ${candidates.join(" or ")}` };
  try {
    const interpreter = await describeInterpreter(realpathSync(path));
    if (!isRecent(interpreter.version)) {
      return { type: "unusable", reason: `${path} is Python ${interpreter.version}, too old` };
    }
    const outcome = await createBubblewrapSandbox(interpreter).run(probeJob);
    const step = outcome.tests[0]?.steps[0];
    return step?.type === "value" && step.repr === "42"
      ? { type: "usable", python: interpreter.version, interpreter }
      : { type: "unusable", reason: `a trial job ended with "${outcome.end.type}"` };
  } catch (error) {
    return { type: "unusable", reason: firstLine(error) };
  }
}

const probeJob = {
  code: "import ctypes, decimal, random\nanswer = 42\n",
  fileName: "probe.py",
  tests: [{ steps: [{ do: "read", code: "answer" }] }],
  limits: {
    wallMsPerTest: probeMsMax,
    wallMsTotal: probeMsMax,
    memoryBytes: 256 * 1024 * 1024,
    outputBytesMax: 1024,
  },
} as const;

/** Loading the modules with the most libraries behind them shows which folders those lie in. */
const inventory = `
import os, sys
for name in ("ctypes", "ssl", "sqlite3", "lzma", "bz2", "zlib", "decimal", "hashlib", "curses", "readline"):
    try: __import__(name)
    except ImportError: pass
print(sys.version.split()[0])
print(os.path.dirname(os.path.realpath(os.__file__)))
for line in open("/proc/self/maps"):
    path = line.split(None, 5)[5:]
    if path and path[0].startswith("/") and ".so" in path[0]: print(os.path.dirname(path[0].strip()))
`;

async function describeInterpreter(path: string): Promise<Interpreter> {
  const { stdout } = await run(path, ["-I", "-S", "-c", inventory], {
    env: {},
    cwd: "/",
    timeout: probeMsMax,
  });
  const [version = "", ...found] = stdout.trim().split("\n");
  const links = ["/lib", "/lib64"].filter((at) => existsSync(at) && lstatSync(at).isSymbolicLink());
  const loaderFolders = ["/lib64"].filter((at) => existsSync(at)).map((at) => realpathSync(at));
  const folders = [...new Set([...found, ...loaderFolders])].sort();
  return {
    path,
    version,
    folders: folders.filter((folder) => !folders.some((outer) => folder.startsWith(`${outer}/`))),
    links: links.map((at) => ({ at, to: readlinkSync(at) })),
  };
}

function isRecent(version: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  return major === oldestPython[0] && minor >= oldestPython[1];
}

function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n").at(-1) ?? text;
}
