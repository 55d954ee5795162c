import { Problem, problems } from "@mastery/contracts/problem";
import { EventHealth } from "@mastery/contracts/health";
import { Subscription } from "@mastery/contracts/subscription";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { ofAda, realtimeSetUp } from "../test-support/realtime-set-up.ts";

let room: Awaited<ReturnType<typeof realtimeSetUp>>;
beforeEach(async () => {
  room = await realtimeSetUp({ bodyBytesMax: 4 * 1_024 });
});
afterEach(() => room.close());

/** A refusal's problem, which must be of one of the known kinds and carry its status. */
async function problemOf(answer: Response): Promise<Problem> {
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const problem = Problem.parse(await answer.json());
  expect(problems).toHaveProperty(problem.code);
  expect(answer.status).toBe(problem.status);
  return problem;
}

async function codeOf(answer: Promise<Response>): Promise<string> {
  return (await problemOf(await answer)).code;
}

function stream(token: string | undefined, query: string, headers: Record<string, string> = {}) {
  return fetch(`${room.origin}/api/events/stream${query}`, {
    headers: { ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...headers },
  });
}

describe("subscribing", () => {
  it("answers 201 with the subscription, its topics named once", async () => {
    const token = room.tokenOf("ada");
    const answer = await room.subscribe(token, { topics: ["mastery", "mastery"], studentId: "ada" });
    expect(answer.status).toBe(201);
    expect(Subscription.parse(await answer.json())).toMatchObject({ status: "active", topics: ["mastery"] });
    expect(room.subscriptions.stored).toMatchObject([
      { accountId: "account-ada", sessionId: "session-ada", stream: "learner.ada" },
    ]);
  });

  it.each([
    ["another learner", "ada", "student", { topics: ["mastery"], studentId: "alan" }],
    ["a class, as a learner", "ada", "student", { topics: ["classes"], classId: "c1" }],
    ["a learner, as a teacher", "tom", "teacher", { topics: ["mastery"], studentId: "ada" }],
    ["a class somebody else teaches", "tom", "teacher", { topics: ["classes"], classId: "c2" }],
    ["a learner, as an administrator", "root", "admin", { topics: ["mastery"], studentId: "ada" }],
  ] as const)("refuses %s with 403, and stores nothing", async (_what, name, role, body) => {
    room.taught.add("account-tom class.c1");
    expect(await codeOf(room.subscribe(room.tokenOf(name, role), body))).toBe("forbidden");
    expect(room.subscriptions.stored).toEqual([]);
  });

  it("names every unknown topic with 422", async () => {
    const body = { topics: ["mastery", "grades", "gossip"], studentId: "ada" };
    const problem = await problemOf(await room.subscribe(room.tokenOf("ada"), body));
    expect(problem.code).toBe("invalid");
    expect(problem.errors).toEqual([
      { path: "topics.1", message: expect.stringContaining('unknown topic "grades"') },
      { path: "topics.2", message: expect.stringContaining('unknown topic "gossip"') },
    ]);
  });

  it.each([
    ["no topics", { topics: [], studentId: "ada" }],
    ["too many topics", { topics: Array.from({ length: 17 }, () => "mastery"), studentId: "ada" }],
    ["topics that are no list", { topics: "mastery", studentId: "ada" }],
    ["nobody named", { topics: ["mastery"] }],
    ["an id that is none", { topics: ["mastery"], studentId: "../alan" }],
    ["a learner and a class", { topics: ["mastery"], studentId: "ada", classId: "c1" }],
    ["no object", 7],
  ])("refuses %s with 422", async (_what, body) => {
    const problem = await problemOf(await room.subscribe(room.tokenOf("ada"), body));
    expect(problem.code).toBe("invalid");
    expect(problem.errors).not.toEqual([]);
  });

  it.each([
    ["text/plain", "{}", "wrong_type"],
    ["application/json", "{", "malformed"],
    ["application/json", JSON.stringify("x".repeat(5_000)), "too_large"],
  ] as const)("refuses %s %.9s with %s", async (type, body, code) => {
    const answer = fetch(`${room.origin}/internal/subscriptions`, {
      method: "POST",
      headers: { authorization: `Bearer ${room.tokenOf("ada")}`, "content-type": type },
      body,
    });
    expect(await codeOf(answer)).toBe(code);
  });

  it("keeps an account's newest 20 subscriptions, so that reloading a page locks nobody out", async () => {
    const token = room.tokenOf("ada");
    for (let count = 0; count < 25; count++) await room.subscriptionOf(token, ofAda);
    const newest = await room.subscriptionOf(token, ofAda);
    expect(room.subscriptions.stored).toHaveLength(20);
    expect(room.subscriptions.stored.at(-1)?.subscriptionId).toBe(newest);
  });

  it("deletes expired subscriptions by itself", async () => {
    await room.subscriptionOf(room.tokenOf("ada"), ofAda);
    room.time.pass(25 * 60 * 60 * 1_000);
    expect(room.subscriptions.stored).toEqual([]);
  });
});

describe("opening a stream", () => {
  it.each([
    ["without a token", undefined],
    ["with a forged token", "forged"],
  ])("answers 401 %s", async (_what, token) => {
    expect(await codeOf(stream(token, "?subscriptionId=any"))).toBe("unauthenticated");
  });

  it("answers 401 when the token has expired", async () => {
    const token = room.tokenOf("ada");
    const id = await room.subscriptionOf(token, ofAda);
    room.time.pass(16 * 60_000);
    expect(await codeOf(stream(token, `?subscriptionId=${id}`))).toBe("unauthenticated");
  });

  it("answers 403 with somebody else's subscription, and 404 with one that is unknown or has expired", async () => {
    const id = await room.subscriptionOf(room.tokenOf("ada"), ofAda);
    expect(await codeOf(stream(room.tokenOf("alan"), `?subscriptionId=${id}`))).toBe("forbidden");
    expect(await codeOf(stream(room.tokenOf("ada"), "?subscriptionId=unknown"))).toBe("not_found");
    const [stored] = room.subscriptions.stored;
    if (stored) room.subscriptions.stored[0] = { ...stored, expiresAt: "2026-01-05T09:59:59.000Z" };
    expect(await codeOf(stream(room.tokenOf("ada"), `?subscriptionId=${id}`))).toBe("not_found");
  });

  it("answers 403 when a teacher no longer teaches the class of the subscription", async () => {
    room.taught.add("account-tom class.c1");
    const token = room.tokenOf("tom", "teacher");
    const id = await room.subscriptionOf(token, { topics: ["classes"], classId: "c1" });
    room.taught.clear();
    expect(await codeOf(stream(token, `?subscriptionId=${id}`))).toBe("forbidden");
  });

  it.each(["-1", "1.5", "abc", "1e30", "%20"])("answers 422 to last event id %s", async (lastEventId) => {
    const token = room.tokenOf("ada");
    const id = await room.subscriptionOf(token, ofAda);
    const query = `?subscriptionId=${id}&lastEventId=${lastEventId}`;
    expect(await codeOf(stream(token, query))).toBe("invalid");
    if (lastEventId === "%20") return;
    expect(await codeOf(stream(token, `?subscriptionId=${id}`, { "last-event-id": lastEventId }))).toBe(
      "invalid",
    );
  });

  it("answers 422 to a subscription id that can be none", async () => {
    expect(await codeOf(stream(room.tokenOf("ada"), "?subscriptionId=../../etc"))).toBe("invalid");
    expect(await codeOf(stream(room.tokenOf("ada"), ""))).toBe("invalid");
  });

  it("allows 20 streams an account at once, also when they are opened together, and more once one has left", async () => {
    const token = room.tokenOf("ada");
    const id = await room.subscriptionOf(token, ofAda);
    const openings = Array.from({ length: 25 }, () => stream(token, `?subscriptionId=${id}`));
    const answers = await Promise.all(openings);
    const refused = answers.filter(({ status }) => status === 429);
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(20);
    expect(refused).toHaveLength(5);
    for (const answer of refused) {
      expect(Number(answer.headers.get("retry-after"))).toBeGreaterThan(0);
      expect(await problemOf(answer)).toMatchObject({ code: "too_many_streams" });
    }
    const alan = room.tokenOf("alan");
    const alans = await room.subscriptionOf(alan, { ...ofAda, studentId: "alan" });
    expect((await stream(alan, `?subscriptionId=${alans}`)).status).toBe(200);
  });

  it("answers 503 with Retry-After while the tables are away", async () => {
    room.subscriptions.find = async () => {
      throw new Error("the table is away");
    };
    const answer = await stream(room.tokenOf("ada"), "?subscriptionId=any");
    expect(answer.headers.get("retry-after")).toBe("2");
    expect(await problemOf(answer)).toMatchObject({ code: "unavailable" });
  });
});

describe("everything else", () => {
  it("refuses to end somebody else's subscription, and an unknown one", async () => {
    const id = await room.subscriptionOf(room.tokenOf("ada"), ofAda);
    const end = (name: string, subscriptionId: string) =>
      fetch(`${room.origin}/internal/subscriptions/${subscriptionId}`, {
        method: "DELETE",
        headers: { authorization: `Bearer ${room.tokenOf(name)}` },
      });
    expect(await codeOf(end("alan", id))).toBe("forbidden");
    expect(await codeOf(end("ada", "unknown"))).toBe("not_found");
    expect(await codeOf(end("ada", "%2e%2e"))).toBe("not_found");
    expect(room.subscriptions.stored).toHaveLength(1);
  });

  it("answers 404 under any other path", async () => {
    expect(await codeOf(fetch(`${room.origin}/api/events`))).toBe("not_found");
    expect(await codeOf(fetch(`${room.origin}/internal/subscriptions`))).toBe("not_found");
  });

  it("tells how the event path does", async () => {
    const healthOf = async () =>
      EventHealth.parse(await (await fetch(`${room.origin}/internal/health`)).json());
    expect(await healthOf()).toMatchObject({ status: "healthy", sidecar: "embedded", lastEventAt: null });
    await room.happen("learner.ada", "submission.queued");
    await expect.poll(async () => (await healthOf()).lastEventAt).toBe("2026-01-05T10:00:00.000Z");
    room.log.broken = true;
    room.time.pass(2_000);
    await expect.poll(async () => (await healthOf()).status).toBe("degraded");
    room.log.broken = false;
    room.time.pass(2_000);
    await expect.poll(async () => (await healthOf()).status).toBe("healthy");
  });
});
