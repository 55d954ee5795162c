import { Submission, SubmitAnswer } from "@mastery/contracts/submission";
import { execFileSync } from "node:child_process";
import { closeSync, mkdirSync, openSync, rmSync, writeSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, type Api } from "../support/api.ts";
import { freePort, removeFolder, temporaryFolder } from "../support/product.ts";
import { demoPassword, startProduct, type Product } from "../support/product.ts";

/** Another disk can be mounted by root on Linux only. */
const canMount = process.platform === "linux" && process.getuid?.() === 0;
const diskSize = "400m";
const fillBytes = 64 * 1024;
const refusalsWanted = 5;
/** Below the limit of 60 submissions a minute and learner, with those that come afterwards. */
const triesMax = 40;
const pauseMs = 200;
const retryMs = 250;
/** Large enough to need new pages soon. */
const code = `# ${"x".repeat(50_000)}\nanswer = 42\n`;

describe.runIf(canMount)("a disk that fills while the product runs (as root on Linux)", () => {
  const folder = temporaryFolder();
  const disk = join(folder, "disk");
  const filler = join(disk, "filler");
  const dataDir = join(disk, "data");
  let ports: { port: number; adminPort: number };
  let product: Product;

  beforeAll(async () => {
    mkdirSync(disk);
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${diskSize},mode=755`, "mastery-test", disk]);
    ports = { port: await freePort(), adminPort: await freePort() };
    product = await startProduct({ dataDir, ...ports });
  });
  afterAll(async () => {
    try {
      await product.stop();
    } finally {
      execFileSync("umount", [disk]);
      removeFolder(folder);
    }
  });

  it("refuses for the time being, loses nothing it took, and goes on when there is space again", async () => {
    let api = await signIn(product.url, "student@demo.example", demoPassword);
    const taken: string[] = [await handIn(api)];
    fill(filler);
    const { answers, ids } = await handInUntilRefused(api);
    taken.push(...ids);
    expect(answers.at(-1), `the last of ${answers.join(", ")}`).toMatch(/^(503 unavailable|gone)$/);
    expect(new Set(answers)).not.toContain("500 internal");

    rmSync(filler);
    const isGone = answers.at(-1) === "gone";
    // PostgreSQL cannot go on when its own log does not fit; the product then ends, and says so.
    expect(product.output().includes("The database ended by itself")).toBe(isGone);
    if (isGone) product = await startProduct({ dataDir, ...ports });
    api = await signIn(product.url, "student@demo.example", demoPassword);
    taken.push(await handIn(api));
    for (const id of taken) expect(["passed", "failed", "error"]).toContain(await verdictOf(api, id));
  });
});

function fill(path: string): void {
  const file = openSync(path, "w");
  const block = Buffer.alloc(fillBytes, 1);
  try {
    for (;;) writeSync(file, block);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOSPC")) throw error;
  } finally {
    closeSync(file);
  }
}

const submit = (api: Api) => api.post("/api/submissions", { exercise: "garden-fence", code });

/** Hands in until it is taken. */
async function handIn(api: Api): Promise<string> {
  for (;;) {
    const answer = await submit(api);
    if (answer.status === 202) return SubmitAnswer.parse(await answer.json()).submissionId;
    await answer.body?.cancel();
    await delay(retryMs);
  }
}

/** What was answered, in words, and what was taken before nothing fitted any more. */
async function handInUntilRefused(api: Api): Promise<{ answers: string[]; ids: string[] }> {
  const answers: string[] = [];
  const ids: string[] = [];
  for (let n = 0; n < triesMax && answers.filter((answer) => answer !== "202").length < refusalsWanted; n++) {
    try {
      const answer = await submit(api);
      const body: unknown = await answer.json();
      if (answer.status === 202) ids.push(SubmitAnswer.parse(body).submissionId);
      const code = typeof body === "object" && body !== null && "code" in body ? ` ${String(body.code)}` : "";
      answers.push(`${answer.status}${code}`);
    } catch {
      answers.push("gone");
    }
    await delay(pauseMs);
  }
  return { answers, ids };
}

async function verdictOf(api: Api, id: string): Promise<string> {
  for (;;) {
    const { status } = await api.get(`/api/submissions/${id}`, Submission);
    if (status !== "queued" && status !== "running") return status;
    await delay(retryMs);
  }
}
