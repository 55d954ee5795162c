// The main file of a grading child: loads Python, waits for one job, runs it and ends. It runs in Node 26 under
// --permission and imports nothing of ours, so that one file is all of ours it may read.
import { constants, readFileSync, readSync, writeSync } from "node:fs";

const wasmPageBytes = 64 * 1024;
const input = 0;
const results = 1;
const partBytesMax = 64 * 1024;
const retryMs = 2;
const lineEnd = 10;

interface WasmMemory {
  readonly buffer: ArrayBuffer;
  grow: (this: WasmMemory, pages: number) => number;
}
declare const WebAssembly: { readonly Memory: { readonly prototype: WasmMemory } };

interface Pyodide {
  runPython(code: string): unknown;
  makeMemorySnapshot(): Uint8Array;
  readonly version: string;
  readonly globals: { set(name: string, value: string): void };
  setStdin(options: { read(into: Uint8Array): number }): void;
  setStdout(options: { write(data: Uint8Array): number }): void;
  setStderr(options: { write(data: Uint8Array): number }): void;
  readonly FS: {
    makedev(major: number, minor: number): number;
    registerDevice(device: number, operations: object): void;
    mkdev(path: string, device: number): void;
  };
}

const [task = "", folder = "", snapshot = "", memoryBytes = "0", userId = ""] = process.argv.slice(2);
// Emscripten asks for the numbers of open(2)'s flags in a way that --permission refuses.
Object.assign(process, { binding: () => ({ fs: constants }) });
capMemory(Number(memoryBytes));
const { loadPyodide } = await import(new URL("pyodide.mjs", `file://${folder}/`).href);
const load = (options: object): Promise<Pyodide> => loadPyodide({ indexURL: `${folder}/`, ...options });

if (task === "snapshot") writeAll((await load({ _makeSnapshot: true })).makeMemorySnapshot());
else serve(await load({ _loadSnapshot: readFileSync(snapshot) }));

function serve(python: Pyodide): void {
  const discard = { write: (data: Uint8Array) => data.length };
  // A program that reads the real standard input finds it empty.
  python.setStdin({ read: () => 0 });
  python.setStdout(discard);
  python.setStderr(discard);
  // A test follows each report. Whoever reads at another time finds nothing, instead of waiting for ever.
  let due = false;
  const device = python.FS.makedev(64, 0);
  python.FS.registerDevice(device, {
    write(_stream: unknown, memory: Uint8Array, offset: number, length: number) {
      writeAll(memory.subarray(offset, offset + length));
      due = true;
      return length;
    },
  });
  python.FS.mkdev("/dev/results", device);
  const tests = python.FS.makedev(64, 1);
  python.FS.registerDevice(tests, {
    read(_stream: unknown, memory: Uint8Array, offset: number, length: number) {
      const read = due ? readSome(memory.subarray(offset, offset + length)) : 0;
      if (memory[offset + read - 1] === lineEnd) due = false;
      return read;
    },
  });
  python.FS.mkdev("/dev/tests", tests);
  const { program, job } = JSON.parse(readLine()); // written by our own parent process
  const leave = process.exit.bind(process, 0);
  disarm();
  try {
    python.globals.set("job_text", job);
    python.runPython(program);
  } finally {
    leave();
  }
}

/** The first line, or all there is. Nothing is sent behind it before Python has answered. */
function readLine(): string {
  const decoder = new TextDecoder();
  const part = new Uint8Array(partBytesMax);
  let text = "";
  while (!text.endsWith("\n")) {
    const length = readSome(part);
    if (length === 0) break;
    text += decoder.decode(part.subarray(0, length), { stream: true });
  }
  return text;
}

/** Python's memory cannot grow past the limit; a program that needs more gets a MemoryError. */
function capMemory(bytesMax: number): void {
  const grow = WebAssembly.Memory.prototype.grow;
  WebAssembly.Memory.prototype.grow = function cappedGrow(this: WasmMemory, pages: number): number {
    if (this.buffer.byteLength + pages * wasmPageBytes > bytesMax) throw new RangeError("memory limit");
    return grow.call(this, pages);
  };
}

/** Should a program reach JavaScript after all, it finds no way to signal others, load code or change users. */
function disarm(): void {
  if (userId && process.getuid?.() === 0) {
    process.setgroups?.([]);
    process.setgid?.(Number(userId));
    process.setuid?.(Number(userId));
  }
  const needed = new Set([
    "reallyExit",
    "hrtime",
    "nextTick",
    "emitWarning",
    "versions",
    "version",
    "argv",
    "env",
  ]);
  for (const key of Object.getOwnPropertyNames(process)) {
    if (!needed.has(key)) Reflect.deleteProperty(process, key);
  }
  for (const key of ["fetch", "WebSocket", "EventSource", "navigator", "localStorage", "sessionStorage"]) {
    Reflect.deleteProperty(globalThis, key);
  }
  Reflect.deleteProperty(globalThis, "process");
}

function writeAll(data: Uint8Array): void {
  for (let at = 0; at < data.length;) at += writeSome(data, at);
}

/** A pipe whose reader is busy takes nothing for a moment. */
function writeSome(data: Uint8Array, at: number): number {
  return unlessBusy(() => writeSync(results, data, at)) ?? 0;
}

/** Waits for what comes; 0 when nothing more will. */
function readSome(into: Uint8Array): number {
  for (;;) {
    const length = unlessBusy(() => readSync(input, into));
    if (length !== undefined) return length;
  }
}

/** Undefined, after a moment, when the pipe is not ready. */
function unlessBusy(transfer: () => number): number | undefined {
  try {
    return transfer();
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "EAGAIN")) throw error;
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, retryMs);
    return undefined;
  }
}
