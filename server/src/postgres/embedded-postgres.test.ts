import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemFolder } from "../data-folder.ts";
import { startEmbeddedPostgres, type EmbeddedPostgres } from "./embedded-postgres.ts";

describe("the embedded PostgreSQL", () => {
  let folder: string;
  const started: EmbeddedPostgres[] = [];
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), "mastery-pg-"));
    chmodSync(folder, 0o755);
  });
  afterEach(async () => {
    for (const postgres of started.splice(0)) await postgres.stop();
    rmSync(folder, { recursive: true });
  });

  async function start(): Promise<EmbeddedPostgres> {
    const postgres = await startEmbeddedPostgres({
      folder: join(folder, "pg"),
      socketFolder: join(folder, "s"),
      sharedFolder: systemFolder,
    });
    started.push(postgres);
    return postgres;
  }

  async function query(postgres: EmbeddedPostgres, text: string): Promise<unknown[]> {
    const client = new Client({ connectionString: postgres.databaseUrl });
    await client.connect();
    try {
      return (await client.query(text)).rows;
    } finally {
      await client.end();
    }
  }

  it("keeps what was committed over a clean stop", async () => {
    const first = await start();
    await query(first, "CREATE TABLE kept AS SELECT 42 AS answer");
    await started.pop()?.stop();
    expect(await query(await start(), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("takes over an orphan that still holds the folder", async () => {
    const orphan = await start();
    await query(orphan, "CREATE TABLE kept AS SELECT 42 AS answer");
    const next = await start();
    expect(next.pid).not.toBe(orphan.pid);
    expect(await query(next, "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
    await expect(orphan.unexpectedExit).resolves.toContain("shut down");
    started.shift();
  });

  it("starts anew after its server was killed together with everything", async () => {
    const killed = await start();
    await query(killed, "CREATE TABLE kept AS SELECT 42 AS answer");
    process.kill(killed.pid, "SIGKILL");
    await killed.unexpectedExit;
    started.pop();
    expect(await query(await start(), "SELECT answer FROM kept")).toEqual([{ answer: 42 }]);
  });

  it("does not stop a stranger whose pid stands in a stale pid file", async () => {
    await start();
    await started.pop()?.stop();
    writeFileSync(join(folder, "pg/cluster/postmaster.pid"), `${process.pid}\n`);
    expect(await query(await start(), "SELECT 1 AS one")).toEqual([{ one: 1 }]);
  });
});
