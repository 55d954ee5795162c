import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { StartFault } from "./start-fault.ts";

const sqliteBusy = 5;

/**
 * Takes the data folder for this process alone. The lock is the operating system's lock on an SQLite file: it is
 * atomic, works on Linux and macOS, and ends with the process however that ends.
 */
export function lockFolder(folder: string): { release(): void } {
  const file = join(folder, "lock.sqlite");
  const holderFile = join(folder, "lock.pid");
  const lock = new DatabaseSync(file);
  try {
    lock.exec("PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE");
  } catch (error) {
    lock.close();
    if (!isBusy(error)) throw error;
    throw new StartFault(
      "folder_in_use",
      `The data folder ${folder} is in use by another Mastery Engine${holder(holderFile)}. ` +
        "Stop that one first, or set MASTERY_DATA_DIR to another folder.",
    );
  }
  writeFileSync(holderFile, `${process.pid}\n`);
  return { release: () => lock.close() };
}

function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === sqliteBusy;
}

function holder(holderFile: string): string {
  try {
    return ` (process ${readFileSync(holderFile, "utf8").trim()})`;
  } catch {
    return "";
  }
}
