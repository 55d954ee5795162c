import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync } from "node:fs";
import { createServer } from "node:net";
import { once } from "node:events";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { signIn } from "../support/api.ts";
import {
  demoPassword,
  expectRefusal,
  freePort,
  removeFolder,
  startProduct,
  temporaryFolder,
} from "../support/product.ts";

const isRoot = process.getuid?.() === 0;

describe("a start that cannot succeed", () => {
  const folder = temporaryFolder();
  let ports: { port: number; adminPort: number };
  const mounts: string[] = [];
  beforeAll(async () => {
    ports = { port: await freePort(), adminPort: await freePort() };
  });
  afterEach(() => {
    for (const mount of mounts.splice(0)) execFileSync("umount", [mount]);
  });
  afterAll(() => removeFolder(folder));

  it("says which port is in use and what to do", async () => {
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const address = other.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const refusal = await expectRefusal({ dataDir: join(folder, "port"), ...ports, port });
    other.close();
    expect(refusal.code).toBe(1);
    expect(refusal.output).toContain(`Port ${port} is in use`);
    expect(refusal.output).toContain("set PORT");
    expect(refusal.output).not.toContain("    at ");
  });

  it("leaves a running product alone when started again on its folder", async () => {
    const dataDir = join(folder, "twice");
    const product = await startProduct({ dataDir, ...ports });
    try {
      const second = { dataDir, port: await freePort(), adminPort: await freePort() };
      const refusal = await expectRefusal(second);
      expect(refusal.code).toBe(1);
      expect(refusal.output).toContain(`is in use by another Mastery Engine (process ${product.pid})`);
      const api = await signIn(product.url, "student@demo.example", demoPassword);
      expect(api.session.user.role).toBe("student");
    } finally {
      expect(await product.stop()).toBe(0);
    }
  });

  it("names a bad setting, what it was and what it may be", async () => {
    const env = { FEATURE_MCP_SKILLS: "sometimes" };
    const refusal = await expectRefusal({ dataDir: join(folder, "setting"), ...ports, env });
    expect(refusal.code).toBe(1);
    expect(refusal.output).toContain("FEATURE_MCP_SKILLS");
    expect(refusal.output).toContain("sometimes");
    expect(refusal.output).toContain("25%");
  });

  it.skipIf(isRoot)("says that the data folder cannot be written (as an ordinary user)", async () => {
    const dataDir = join(folder, "closed");
    mkdirSync(dataDir);
    chmodSync(dataDir, 0o500);
    const refusal = await expectRefusal({ dataDir, ...ports });
    expect(refusal.code).toBe(1);
    expect(refusal.output).toContain("MASTERY_DATA_DIR");
  });

  it.runIf(isRoot)("says that the data folder cannot be written when its disk is read-only", async () => {
    const dataDir = mount("read-only", "ro,size=300m");
    const refusal = await expectRefusal({ dataDir, ...ports });
    expect(refusal.code).toBe(1);
    expect(refusal.output).toContain(dataDir);
    expect(refusal.output).toContain("MASTERY_DATA_DIR");
  });

  it.runIf(isRoot)("says that the disk is full before it writes anything", async () => {
    const dataDir = mount("full", "size=50m");
    const refusal = await expectRefusal({ dataDir, ...ports });
    expect(refusal.code).toBe(1);
    expect(refusal.output).toContain("MB are free");
    expect(refusal.output).toContain("MASTERY_DATA_DIR");
  });

  function mount(name: string, options: string): string {
    const path = join(folder, name);
    mkdirSync(path);
    execFileSync("mount", ["-t", "tmpfs", "-o", options, "mastery-test", path]);
    mounts.push(path);
    return path;
  }
});
