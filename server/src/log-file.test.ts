import { mkdtempSync, readFileSync, rmSync, statSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openLogFile } from "./log-file.ts";

const bytesMax = 10_000;

describe("the log file", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), "log-file-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it("stays small while it is written, and keeps what came before beside it", () => {
    const log = openLogFile(folder, "info", bytesMax);
    const logger = log.logger("test");
    for (let n = 0; n < 1_000; n++) logger.info({ n }, "a line");
    expect(statSync(log.path).size).toBeLessThan(3 * bytesMax);
    expect(statSync(`${log.path}.1`).size).toBeGreaterThan(bytesMax / 2);
    expect(readFileSync(log.path, "utf8")).toContain('"n":999');
  });

  it("stays one file for those who hold it open when it is emptied", () => {
    const log = openLogFile(folder, "info", bytesMax);
    const logger = log.logger("test");
    for (let n = 0; n < 1_000; n++) logger.info({ n }, "a line");
    writeSync(log.descriptor, "a child's line\n");
    const text = readFileSync(log.path, "utf8");
    expect(text.endsWith("a child's line\n")).toBe(true);
    expect(text).not.toContain("\0");
  });
});
