import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { prepareDataFolder } from "./data-folder.ts";

describe("the data folder", () => {
  let parent: string;
  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), "mastery-data-"));
    chmodSync(parent, 0o755);
  });
  afterEach(() => rmSync(parent, { recursive: true }));

  it("is created where it was asked for", () => {
    const dataDir = join(parent, "new/data");
    expect(prepareDataFolder({ dataDir, dataDirChosen: true }, true)).toEqual({
      path: dataDir,
      runPath: join(dataDir, "run"),
      remark: undefined,
    });
  });

  it("is refused with a way forward when a file stands in its place", () => {
    const dataDir = join(parent, "file");
    writeFileSync(dataDir, "");
    expect(() => prepareDataFolder({ dataDir, dataDirChosen: true }, false)).toThrow("MASTERY_DATA_DIR");
  });

  it("is refused as root when the database's user could not enter it", () => {
    const closed = join(parent, "closed");
    mkdirSync(closed, { mode: 0o700 });
    const wish = { dataDir: join(closed, "data"), dataDirChosen: true };
    expect(() => prepareDataFolder(wish, true)).toThrow(`may not enter ${closed}`);
    expect(prepareDataFolder(wish, false).path).toBe(wish.dataDir);
  });

  it("keeps sockets elsewhere when their names would be too long for the system", () => {
    const dataDir = join(parent, "long-".repeat(20));
    const { runPath } = prepareDataFolder({ dataDir, dataDirChosen: true }, false);
    expect(Buffer.byteLength(join(runPath, "pg/.s.PGSQL.5432"))).toBeLessThanOrEqual(107);
    rmSync(runPath, { recursive: true });
  });
});
