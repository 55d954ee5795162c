import { createLogger, type Logger } from "@mastery/telemetry/logger";
import { existsSync, mkdirSync, openSync, renameSync, statSync, writeSync } from "node:fs";
import { join } from "node:path";

const logBytesMax = 20 * 1024 * 1024;

export interface LogFile {
  readonly path: string;
  /** For child processes to print to. */
  readonly descriptor: number;
  logger(name: string): Logger;
}

/** One file of JSON lines for everything that one machine runs; the last one before it is kept beside it. */
export function openLogFile(dataFolder: string, level: string): LogFile {
  const folder = join(dataFolder, "log");
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, "mastery.log");
  if (existsSync(path) && statSync(path).size > logBytesMax) renameSync(path, `${path}.1`);
  const descriptor = openSync(path, "a", 0o600);
  const destination = { write: (line: string) => writeLine(descriptor, line) };
  return { path, descriptor, logger: (name) => createLogger(name, { level, destination }) };
}

/** A log that cannot be written, on a full disk for one, must not stop the service. */
function writeLine(descriptor: number, line: string): void {
  try {
    writeSync(descriptor, line);
  } catch (error) {
    process.stderr.write(
      `The log cannot be written (${error instanceof Error ? error.message : "unknown"}): ${line}`,
    );
  }
}
