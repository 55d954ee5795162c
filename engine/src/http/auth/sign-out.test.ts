import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";
import { startSession } from "../../sign-in/start-session.ts";

const browser = { "x-requested-with": "mastery", origin: "http://localhost:8000" };

let engine: TestEngine;
beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(() => engine.close());

async function newSession() {
  const { accountId } = await engine.person("student");
  return startSession(engine.deps.db, accountId, engine.deps.clock());
}

function post(url: string, options: { headers?: Record<string, string>; payload?: object } = {}) {
  return engine.app.inject({ method: "POST", url, ...options });
}

function session(headers: Record<string, string>) {
  return engine.app.inject({ url: "/api/auth/session", headers });
}

describe("signing out", () => {
  it("ends every token of the sign-in, whichever of them asked for it", async () => {
    const { refreshToken } = await newSession();
    const { accessToken, refreshToken: newest } = (
      await post("/api/auth/refresh", { payload: { refreshToken } })
    ).json();
    const answer = await post("/api/auth/logout", { payload: { refreshToken } });
    expect(answer.statusCode).toBe(204);
    expect(answer.body).toBe("");
    expect((await session({ authorization: `Bearer ${accessToken}` })).statusCode).toBe(401);
    const refreshed = await post("/api/auth/refresh", { payload: { refreshToken: newest } });
    expect(refreshed.statusCode).toBe(401);
  });

  it("works with the access token alone", async () => {
    const { bearer } = await engine.person("student");
    expect((await post("/api/auth/logout", { headers: bearer })).statusCode).toBe(204);
    expect((await session(bearer)).statusCode).toBe(401);
  });

  it("takes a browser's cookies away", async () => {
    const { refreshToken } = await newSession();
    const cookie = `mastery_rt=${refreshToken}`;
    const answer = await post("/api/auth/logout", { headers: { ...browser, cookie } });
    expect(answer.statusCode).toBe(204);
    expect(answer.headers["set-cookie"]).toEqual([
      "mastery_at=; Max-Age=0; Path=/; HttpOnly; SameSite=Lax",
      "mastery_rt=; Max-Age=0; Path=/api/auth; HttpOnly; SameSite=Strict",
    ]);
    expect((await post("/api/auth/refresh", { headers: { ...browser, cookie } })).statusCode).toBe(401);
  });

  it("leaves other sign-ins of the same person alone", async () => {
    const { accountId, bearer } = await engine.person("student");
    const other = await startSession(engine.deps.db, accountId, engine.deps.clock());
    await post("/api/auth/logout", { payload: { refreshToken: other.refreshToken } });
    expect((await session(bearer)).statusCode).toBe(200);
  });

  it("is no fault when nobody is signed in, and may be repeated", async () => {
    expect((await post("/api/auth/logout")).statusCode).toBe(204);
    expect((await post("/api/auth/logout", { payload: { refreshToken: "unknown" } })).statusCode).toBe(204);
  });

  it("cannot be done by another site", async () => {
    const { refreshToken, sessionId } = await newSession();
    const headers = { cookie: `mastery_rt=${refreshToken}`, origin: "https://evil.example" };
    const answer = await post("/api/auth/logout", { headers });
    expect(answer.statusCode).toBe(403);
    const row = await engine.deps.db
      .selectFrom("sessions")
      .select("revokedAt")
      .where("id", "=", sessionId)
      .executeTakeFirstOrThrow();
    expect(row.revokedAt).toBeNull();
  });
});

describe("asking who is signed in", () => {
  it("gives the user, by header and by cookie", async () => {
    const { bearer, accountId, studentId } = await engine.person("student");
    const expected = { id: accountId, studentId, role: "student", courses: ["small"] };
    expect((await session(bearer)).json()).toMatchObject(expected);
    const cookie = `mastery_at=${bearer.authorization.slice("Bearer ".length)}`;
    expect((await session({ cookie })).json()).toMatchObject(expected);
  });

  it("gives a teacher no student id and the courses of their classes", async () => {
    const { classId } = await engine.makeClass();
    const { bearer } = await engine.person("teacher", { classId });
    const user = (await session(bearer)).json();
    expect(user).toMatchObject({ role: "teacher", courses: ["small"] });
    expect(user).not.toHaveProperty("studentId");
  });

  it.each([{}, { authorization: "Bearer not.a.token" }, { cookie: "mastery_at=x" }])(
    "answers 401 to %j",
    async (headers) => {
      const answer = await session(headers);
      expect(answer.statusCode).toBe(401);
      expect(answer.json().code).toBe("unauthenticated");
      expect(answer.headers["www-authenticate"]).toBe("Bearer");
    },
  );

  it("answers 401 when the access token has expired", async () => {
    const { bearer } = await engine.person("student");
    engine.advance(15 * 60 * 1000 - 1000);
    expect((await session(bearer)).statusCode).toBe(200);
    engine.advance(1000);
    expect((await session(bearer)).statusCode).toBe(401);
  });

  it("answers 401 when the account is gone", async () => {
    const { bearer, accountId } = await engine.person("student");
    await engine.deps.db.deleteFrom("accounts").where("id", "=", accountId).execute();
    expect((await session(bearer)).statusCode).toBe(401);
  });
});

describe("the public keys", () => {
  it("are served to be cached, and hold nothing private", async () => {
    const answer = await engine.app.inject({ url: "/.well-known/jwks.json" });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("public, max-age=300");
    expect(answer.json()).toEqual(JSON.parse(JSON.stringify(engine.deps.signingKeys.jwks)));
    expect(answer.json().keys[0]).not.toHaveProperty("d");
  });
});
