import { ClassList, ClassView } from "@mastery/contracts/class";
import { Catalogue } from "@mastery/contracts/exercise";
import { Submission, SubmitAnswer } from "@mastery/contracts/submission";
import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { join, signIn, type Api } from "../support/api.ts";
import { follow, type Follower } from "../support/follower.ts";
import {
  demoPassword,
  freePort,
  removeFolder,
  startProduct,
  temporaryFolder,
  type Product,
} from "../support/product.ts";
import { seededRandom } from "../support/seeded-random.ts";

const kills = 20;
const learners = 5;
const lifeMsMin = 300;
const lifeMsMax = 2_500;
/** Below the limit of 60 submissions a minute and learner. */
const pauseMsMin = 1_050;
const retryMs = 50;
const seed = Number(process.env["MASTERY_TEST_SEED"] ?? Date.now() % 1_000_000);

interface Learner {
  readonly api: Api;
  readonly follower: Follower;
  readonly acknowledged: string[];
  stopping: boolean;
}

describe(`a product that is killed while learners submit (seed ${seed})`, () => {
  const dataDir = temporaryFolder();
  const random = seededRandom(seed);
  let ports: { port: number; adminPort: number };
  let product: Product;

  beforeAll(async () => {
    ports = { port: await freePort(), adminPort: await freePort() };
    product = await startProduct({ dataDir, ...ports });
  });
  afterAll(async () => {
    await product.stop();
    removeFolder(dataDir);
  });

  it(`grades every acknowledged submission once and tells of it once, over ${kills} kills`, async () => {
    const teacher = await signIn(product.url, "teacher@demo.example", demoPassword);
    const exercises = (await teacher.get("/api/exercises", Catalogue)).exercises.map(({ slug }) => slug);
    const invite = await inviteOf(teacher);
    const people: Learner[] = [];
    for (let n = 0; n < learners; n++) {
      const api = await join(product.url, invite, `kill-${n}@school.example`, demoPassword);
      people.push({ api, follower: follow(() => api), acknowledged: [], stopping: false });
    }
    const working = people.map((learner) => submitUntilStopped(learner, exercises, random));

    for (let kill = 0; kill < kills; kill++) {
      await delay(lifeMsMin + random() * (lifeMsMax - lifeMsMin));
      await product.kill();
      product = await startProduct({ dataDir, ...ports });
    }

    for (const learner of people) learner.stopping = true;
    await Promise.all(working);
    for (const learner of people) await expectNothingLost(learner);
    expect(people.reduce((sum, { acknowledged }) => sum + acknowledged.length, 0)).toBeGreaterThan(kills);
    await Promise.all(people.map(({ follower }) => follower.stop()));
  });
});

/** Hands in one program after the other, repeating each with its key until it is acknowledged, as a page does. */
async function submitUntilStopped(
  learner: Learner,
  exercises: string[],
  random: () => number,
): Promise<void> {
  while (!learner.stopping) {
    const exercise = exercises[Math.floor(random() * exercises.length)];
    const body = { exercise, code: `# try ${learner.acknowledged.length}\nanswer = 42\n` };
    const key = randomUUID();
    for (;;) {
      try {
        const answer = await learner.api.post("/api/submissions", body, { "Idempotency-Key": key });
        if (answer.status === 202) {
          learner.acknowledged.push(SubmitAnswer.parse(await answer.json()).submissionId);
          break;
        }
        await answer.body?.cancel();
      } catch {
        // Nobody is there just now.
      }
      await delay(retryMs);
    }
    await delay(pauseMsMin);
  }
}

async function expectNothingLost({ api, follower, acknowledged }: Learner): Promise<void> {
  expect(new Set(acknowledged).size, "every acknowledgement names a submission of its own").toBe(
    acknowledged.length,
  );
  for (const id of acknowledged) {
    await follower.until(({ event }) => event.type === "submission.graded" && event.data.submissionId === id);
    const submission = await api.get(`/api/submissions/${id}`, Submission);
    expect(["passed", "failed", "error", "timeout"]).toContain(submission.status);
    expect(submission.tests.length).toBeGreaterThan(0);
  }
  const { received } = follower;
  expect(received.map(({ sequence }) => sequence)).toEqual(received.map((_, index) => index + 1));
  expect(new Set(received.map(({ event }) => event.id)).size).toBe(received.length);
  const graded = received.flatMap(({ event }) =>
    event.type === "submission.graded" ? [event.data.submissionId] : [],
  );
  expect(graded.toSorted()).toEqual(acknowledged.toSorted());
}

async function inviteOf(teacher: Api): Promise<string> {
  const { classes } = await teacher.get("/api/classes", ClassList);
  const { inviteCode } = await teacher.get(`/api/classes/${classes[0]?.classId}`, ClassView);
  return inviteCode;
}
