import { createLogger, type Logger } from "@mastery/telemetry/logger";
import { copyFileSync, fstatSync, ftruncateSync, mkdirSync, openSync, writeSync } from "node:fs";
import { join } from "node:path";

const logBytesMax = 20 * 1024 * 1024;
/** How much is written until the size is looked at again; child processes write to the same file. */
const lookEveryBytes = 256 * 1024;

export interface LogFile {
  readonly path: string;
  /** For child processes to print to. */
  readonly descriptor: number;
  logger(name: string): Logger;
}

/**
 * One file of JSON lines for everything that one machine runs. A full one is copied aside, in place of the one before
 * it, and emptied: child processes hold it open and go on writing to it.
 */
export function openLogFile(dataFolder: string, level: string, bytesMax = logBytesMax): LogFile {
  const folder = join(dataFolder, "log");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "mastery.log");
  const descriptor = openSync(path, "a", 0o600);
  let unseenBytes = Infinity;
  let lost = 0;

  function write(line: string): void {
    try {
      unseenBytes += line.length;
      if (unseenBytes > Math.min(lookEveryBytes, bytesMax)) keepSmall();
      writeSync(descriptor, line);
      if (lost > 0) process.stderr.write(`The log can be written again; ${lost} lines are missing in it.\n`);
      lost = 0;
    } catch (error) {
      // A log that cannot be written, on a full disk for one, must not stop the service, nor flood the terminal.
      if (lost === 0) process.stderr.write(`The log cannot be written: ${reasonOf(error)}\n`);
      lost += 1;
    }
  }

  function keepSmall(): void {
    unseenBytes = 0;
    if (fstatSync(descriptor).size <= bytesMax) return;
    try {
      copyFileSync(path, `${path}.1`);
    } finally {
      // Also when there was no room for a copy: then less so for a larger file.
      ftruncateSync(descriptor);
    }
  }

  return { path, descriptor, logger: (name) => createLogger(name, { level, destination: { write } }) };
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
