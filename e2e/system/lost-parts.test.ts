import { SubmitAnswer } from "@mastery/contracts/submission";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { signIn, type Api } from "../support/api.ts";
import { follow, type Follower } from "../support/follower.ts";
import {
  demoPassword,
  freePort,
  removeFolder,
  startProduct,
  temporaryFolder,
  type Product,
} from "../support/product.ts";

const retryMs = 500;
/** More than there are connections to the database; with what follows below the limit a minute and learner. */
const burst = 40;
const endsWithinMs = 60_000;
const body = { exercise: "garden-fence", code: "def fence_length(a, b): return 2 * (a + b)" };

/** Finds processes by their parent, as only Linux and macOS can; the product runs nowhere else. */
describe("a product that loses one of its parts", () => {
  const dataDir = temporaryFolder();
  let ports: { port: number; adminPort: number };
  let product: Product;
  let api: Api;
  let follower: Follower;

  beforeAll(async () => {
    ports = { port: await freePort(), adminPort: await freePort() };
    product = await startProduct({ dataDir, ...ports });
    api = await signIn(product.url, "student@demo.example", demoPassword);
    follower = follow(() => api);
  });
  afterAll(async () => {
    await follower.stop();
    await product.stop();
    removeFolder(dataDir);
  });

  it("takes far more at once than it has connections", async () => {
    const answers = await Promise.all(
      Array.from({ length: burst }, () => api.post("/api/submissions", body)),
    );
    const ids = await Promise.all(
      answers.map(async (answer) => SubmitAnswer.parse(await answer.json()).submissionId),
    );
    expect(new Set(ids).size).toBe(burst);
    for (const id of ids) expect(await verdictOf(id)).toBe("passed");
  });

  it("serves pages again after the pages' process was killed, and goes on grading meanwhile", async () => {
    const [web = 0] = childrenOf(product.pid, "frontend/server.ts");
    process.kill(web, "SIGKILL");
    expect(await verdictOf(await handIn())).toBe("passed");
    while (!(await isServed(`${product.url}/sign-in`))) await delay(retryMs);
    expect(childrenOf(product.pid, "frontend/server.ts")).not.toContain(web);
  });

  it("goes on after PostgreSQL threw out everybody because one of its processes was killed", async () => {
    const before = await handIn();
    const [backend = 0] = childrenOf(postmaster(), "mastery mastery");
    process.kill(backend, "SIGKILL");
    expect(await verdictOf(await handIn())).toBe("passed");
    expect(await verdictOf(before)).toBe("passed");
  });

  it("ends with a plain line when PostgreSQL is killed, and has lost nothing at the next start", async () => {
    const taken = await handIn();
    process.kill(postmaster(), "SIGKILL");
    const deadline = Date.now() + endsWithinMs;
    while (isAlive(product.pid) && Date.now() < deadline) await delay(retryMs);
    const said = product.output();
    expect(said).toContain("The database ended by itself");
    expect(said).not.toContain("    at ");
    product = await startProduct({ dataDir, ...ports });
    expect(await verdictOf(taken)).toBe("passed");
    const sequences = follower.received.map(({ sequence }) => sequence);
    const first = sequences[0] ?? 0;
    expect(sequences).toEqual(sequences.map((_, index) => first + index));
  });

  const postmaster = (): number =>
    Number(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n", 1)[0]);

  /** Hands in until it is taken: between two lives of a part a refusal is no fault. */
  async function handIn(): Promise<string> {
    for (;;) {
      try {
        const answer = await api.post("/api/submissions", body);
        if (answer.status === 202) return SubmitAnswer.parse(await answer.json()).submissionId;
        expect([429, 502, 503, 504]).toContain(answer.status);
        await answer.body?.cancel();
      } catch (error) {
        if (!(error instanceof TypeError)) throw error; // fetch's word for "nobody is there"
      }
      await delay(retryMs);
    }
  }

  /** What the event says, which comes through whatever happened meanwhile. */
  async function verdictOf(id: string): Promise<string> {
    const { event } = await follower.until(
      (received) => received.event.type === "submission.graded" && received.event.data.submissionId === id,
    );
    return event.type === "submission.graded" ? event.data.status : event.type;
  }
});

function childrenOf(pid: number, words: string): number[] {
  const pattern = ["-P", String(pid), "-f", words];
  return execFileSync("pgrep", pattern, { encoding: "utf8" }).trim().split("\n").map(Number);
}

async function isServed(url: string): Promise<boolean> {
  const answer = await fetch(url);
  await answer.body?.cancel();
  return answer.ok;
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
