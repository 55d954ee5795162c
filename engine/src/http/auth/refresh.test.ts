import * as fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";
import { startSession } from "../../sign-in/start-session.ts";

const browser = { "x-requested-with": "mastery", origin: "http://localhost:8000" };
const secondMs = 1_000;
const dayMs = 86_400_000;

let engine: TestEngine;
let accountId: string;
beforeAll(async () => {
  engine = await createTestEngine();
  accountId = (await engine.person("student")).accountId;
});
afterAll(() => engine.close());

async function signedIn(): Promise<string> {
  return (await startSession(engine.deps.db, accountId, engine.deps.clock())).refreshToken;
}

function refresh(refreshToken: string) {
  return engine.app.inject({ method: "POST", url: "/api/auth/refresh", payload: { refreshToken } });
}

/** The token given for this one; fails unless it was exchanged. */
async function exchange(refreshToken: string): Promise<string> {
  const answer = await refresh(refreshToken);
  expect(answer.statusCode).toBe(200);
  return answer.json().refreshToken;
}

describe("refreshing", () => {
  it("exchanges a token for a fresh pair", async () => {
    const token = await signedIn();
    const answer = await refresh(token);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({ expiresIn: 900, user: { id: accountId } });
    expect(answer.json().refreshToken).not.toBe(token);
    expect(await engine.deps.verifyToken(answer.json().accessToken)).toMatchObject({ type: "valid" });
  });

  it("gives the previous token a fresh successor however late, as long as none was used", async () => {
    const token = await signedIn();
    await exchange(token);
    engine.advance(3 * dayMs);
    const second = await exchange(token);
    expect((await refresh(second)).statusCode).toBe(200);
  });

  it("leaves the lost successor good, too, until its twin is used", async () => {
    const token = await signedIn();
    const first = await exchange(token);
    const second = await exchange(token);
    const third = await exchange(first);
    expect((await refresh(second)).json().code).toBe("raced");
    await exchange(third);
  });

  it("answers 409 and mints nothing within 20 seconds of the successor's first use", async () => {
    const token = await signedIn();
    const successor = await exchange(token);
    const newest = await exchange(successor);
    engine.advance(20 * secondMs);
    const before = await tokenCount();
    const raced = await refresh(token);
    expect(raced.statusCode).toBe(409);
    expect(raced.json().code).toBe("raced");
    expect(await tokenCount()).toBe(before);
    await exchange(newest);
  });

  it("revokes the whole family when an older token comes back later than that", async () => {
    const token = await signedIn();
    const successor = await exchange(token);
    const newest = await exchange(successor);
    engine.advance(20 * secondMs + 1);
    const reused = await refresh(token);
    expect(reused.statusCode).toBe(401);
    expect(reused.json().code).toBe("refresh_refused");
    for (const each of [newest, successor, token]) expect((await refresh(each)).statusCode).toBe(401);
  });

  it("ends access tokens of a revoked family at once", async () => {
    const token = await signedIn();
    const { accessToken, refreshToken } = (await refresh(token)).json();
    await exchange(refreshToken);
    engine.advance(21 * secondMs);
    await refresh(token);
    const session = await engine.app.inject({
      url: "/api/auth/session",
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(session.statusCode).toBe(401);
  });

  it.each([{}, { refreshToken: "unknown" }, undefined])("answers 401 to %j", async (payload) => {
    const request = { method: "POST" as const, url: "/api/auth/refresh" };
    const answer = await engine.app.inject(payload ? { ...request, payload } : request);
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe("refresh_refused");
  });

  it("ends a sign-in that was idle for 30 days, and not before", async () => {
    const [used, idle] = [await signedIn(), await signedIn()];
    engine.advance(30 * dayMs - 1);
    const successor = await exchange(used);
    engine.advance(1);
    expect((await refresh(idle)).statusCode).toBe(401);
    await exchange(successor);
  });

  it("ends a sign-in after 180 days, however busy", async () => {
    let token = await signedIn();
    for (let month = 1; month < 7; month += 1) {
      engine.advance(29 * dayMs);
      token = await exchange(token);
    }
    engine.advance(6 * dayMs);
    expect((await refresh(token)).statusCode).toBe(401);
  });
});

describe("refreshing by cookie", () => {
  function byCookie(token: string, headers: Record<string, string>) {
    return engine.app.inject({
      method: "POST",
      url: "/api/auth/refresh",
      headers: { cookie: `mastery_rt=${token}`, ...headers },
    });
  }

  it("sets fresh cookies and keeps the tokens out of the body", async () => {
    const answer = await byCookie(await signedIn(), browser);
    expect(answer.statusCode).toBe(200);
    expect(Object.keys(answer.json()).sort()).toEqual(["expiresIn", "user"]);
    expect([answer.headers["set-cookie"]].flat()).toHaveLength(2);
  });

  it.each([
    ["without our header", { origin: "http://localhost:8000" }],
    ["without an origin", { "x-requested-with": "mastery" }],
    ["from another site", { ...browser, origin: "https://evil.example" }],
  ])("is refused %s, and the token stays unused", async (_what, headers) => {
    const token = await signedIn();
    const answer = await byCookie(token, headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe("cross_site");
    expect((await byCookie(token, browser)).statusCode).toBe(200);
  });

  it("does not take a browser's token from the body, where a stranger might have put it", async () => {
    const answer = await engine.app.inject({
      method: "POST",
      url: "/api/auth/refresh",
      headers: browser,
      payload: { refreshToken: await signedIn() },
    });
    expect(answer.statusCode).toBe(401);
  });

  it("leaves cookies alone when it refuses: another tab may just have set better ones", async () => {
    const answer = await byCookie("unknown", browser);
    expect(answer.statusCode).toBe(401);
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });
});

describe("tabs that refresh at the same time", () => {
  it("all get a token, of which whichever is used first wins and the others race", async () => {
    const token = await signedIn();
    const answers = await Promise.all(Array.from({ length: 8 }, () => refresh(token)));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 8 }, () => 200));
    const successors = answers.map((answer) => String(answer.json().refreshToken));
    expect(new Set(successors).size).toBe(8);
    const next = await Promise.all(successors.map(refresh));
    const codes = next.map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 200)).toHaveLength(1);
    expect(codes.filter((code) => code === 409)).toHaveLength(7);
  });

  const step = fc.record({
    /** Positions among the tokens minted so far, counted from the newest. */
    together: fc.array(fc.nat(3), { minLength: 1, maxLength: 3 }),
    waitMs: fc.constantFrom(0, 5 * secondMs, 20 * secondMs, 30 * secondMs),
  });

  it("property: whatever tokens come together or apart, one line lives, and only late reuse ends it", async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 8 }), async (steps) => {
        const minted = [await signedIn()];
        let elapsedMs = 0;
        let revoked = false;
        for (const { together, waitMs } of steps) {
          engine.advance(waitMs);
          elapsedMs += waitMs;
          const presented = together.map((back) => minted[Math.max(0, minted.length - 1 - back)] ?? "");
          const answers = await Promise.all(presented.map(refresh));
          const given = answers.filter((answer) => answer.statusCode === 200);
          minted.push(...given.map((answer) => String(answer.json().refreshToken)));
          revoked ||= answers.some((answer) => answer.statusCode === 401);
          if (revoked) break;
        }
        expect(await twinsInUse()).toBe(0);
        const last = await Promise.all(minted.map(refresh));
        const signedOut = last.every((answer) => answer.statusCode === 401);
        // Either all tokens are dead after a late reuse, or the newest one that nobody superseded still works.
        expect(revoked ? signedOut && elapsedMs > 20 * secondMs : true).toBe(true);
      }),
      { numRuns: 25 },
    );
  });
});

async function tokenCount(): Promise<number> {
  const rows = await engine.deps.db.selectFrom("refreshTokens").select("hash").execute();
  return rows.length;
}

/** How many tokens have two successors that were both used: two lines of one family alive. */
async function twinsInUse(): Promise<number> {
  const rows = await engine.deps.db
    .selectFrom("refreshTokens")
    .select("previousHash")
    .where("firstUsedAt", "is not", null)
    .where("previousHash", "is not", null)
    .groupBy("previousHash")
    .having((column) => column.fn.countAll(), ">", 1)
    .execute();
  return rows.length;
}
