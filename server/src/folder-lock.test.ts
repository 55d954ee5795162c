import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { lockFolder } from "./folder-lock.ts";

describe("the lock on a data folder", () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mastery-lock-"));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("refuses a second holder, naming the first and what to do", () => {
    const lock = lockFolder(folder);
    expect(() => lockFolder(folder)).toThrow(`process ${process.pid}`);
    expect(() => lockFolder(folder)).toThrow("MASTERY_DATA_DIR");
    lock.release();
  });

  it("can be taken again once released", () => {
    lockFolder(folder).release();
    expect(() => lockFolder(folder).release()).not.toThrow();
  });

  it("ends with a holder that is killed", async () => {
    const holder = spawn(process.execPath, [
      "--disable-warning=ExperimentalWarning",
      "--input-type=module-typescript",
      "--eval",
      `import { lockFolder } from ${JSON.stringify(new URL("folder-lock.ts", import.meta.url).href)};
       lockFolder(${JSON.stringify(folder)}); console.log("locked"); setInterval(() => {}, 1000);`,
    ]);
    await once(holder.stdout, "data");
    expect(() => lockFolder(folder)).toThrow(`process ${holder.pid}`);
    holder.kill("SIGKILL");
    await once(holder, "exit");
    lockFolder(folder).release();
  });
});
