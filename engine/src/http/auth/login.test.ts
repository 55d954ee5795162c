import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";
import { createAccount } from "../../sign-in/create-account.ts";
import { setPassword } from "../../sign-in/set-password.ts";

const browser = { "x-requested-with": "mastery", origin: "http://localhost:8000" };
const password = "correct horse battery";

let engine: TestEngine;
let accounts = 0;
beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(() => engine.close());

async function newAccount(): Promise<string> {
  const email = `learner${(accounts += 1)}@school.example`;
  const account = {
    email,
    password,
    displayName: "Ada",
    role: "student" as const,
    timeZone: "Europe/Berlin",
  };
  await createAccount(engine.deps.db, account, engine.deps.clock());
  return email;
}

function login(payload: object, headers: Record<string, string> = {}, app = engine.app) {
  return app.inject({ method: "POST", url: "/api/auth/login", headers, payload });
}

describe("signing in", () => {
  it("gives a program both tokens in the body and no cookies", async () => {
    const answer = await login({ email: await newAccount(), password });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["set-cookie"]).toBeUndefined();
    expect(answer.headers["cache-control"]).toBe("no-store");
    const body = answer.json();
    expect(body).toMatchObject({
      expiresIn: 900,
      user: { displayName: "Ada", role: "student", timeZone: "Europe/Berlin", courses: [], demo: false },
    });
    const claims = await engine.deps.verifyToken(body.accessToken);
    expect(claims).toMatchObject({
      type: "valid",
      claims: { sub: body.user.id, studentId: body.user.studentId, role: "student" },
    });
    expect(body.refreshToken).toMatch(/^[\w-]{43}$/);
  });

  it("gives a browser on http plain cookies that scripts cannot read, and no token in the body", async () => {
    const answer = await login({ email: await newAccount(), password }, browser);
    expect(Object.keys(answer.json()).sort()).toEqual(["expiresIn", "user"]);
    const [access, refresh] = [answer.headers["set-cookie"]].flat();
    expect(access).toMatch(/^mastery_at=[\w.-]+; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax$/);
    expect(refresh).toMatch(
      /^mastery_rt=[\w-]{43}; Max-Age=2592000; Path=\/api\/auth; HttpOnly; SameSite=Strict$/,
    );
  });

  it("gives a browser on https protected cookies", async () => {
    const app = engine.appWith({ publicUrl: "https://mastery.example" });
    const headers = { ...browser, origin: "https://mastery.example" };
    const answer = await login({ email: await newAccount(), password }, headers, app);
    const [access, refresh] = [answer.headers["set-cookie"]].flat();
    expect(access).toMatch(/^__Host-mastery_at=\S+; Max-Age=900; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    expect(refresh).toMatch(
      /^__Secure-mastery_rt=\S+; Max-Age=\d+; Path=\/api\/auth; HttpOnly; SameSite=Strict; Secure$/,
    );
  });

  it("ignores capitals and blanks around the e-mail address", async () => {
    const email = await newAccount();
    expect((await login({ email: ` ${email.toUpperCase()} `, password })).statusCode).toBe(200);
  });

  it("answers a wrong password and an unknown account alike", async () => {
    const wrong = await login({ email: await newAccount(), password: "wrong" });
    const unknown = await login({ email: "nobody@school.example", password: "wrong" });
    expect(wrong.statusCode).toBe(401);
    const { instance: _wrong, ...wrongBody } = wrong.json();
    const { instance: _unknown, ...unknownBody } = unknown.json();
    expect(unknownBody).toEqual(wrongBody);
    expect(wrongBody.code).toBe("wrong_credentials");
    expect(unknown.statusCode).toBe(401);
  });

  it("refuses a browser that another site sent", async () => {
    const headers = { ...browser, origin: "https://evil.example" };
    const answer = await login({ email: await newAccount(), password }, headers);
    expect(answer.statusCode).toBe(403);
    expect(answer.json().code).toBe("cross_site");
    expect(answer.headers["set-cookie"]).toBeUndefined();
  });

  it("names every fault of an invalid request", async () => {
    const answer = await login({ email: "no address", remember: true });
    expect(answer.statusCode).toBe(422);
    const paths = answer.json().errors.map((fault: { path: string }) => fault.path);
    expect(paths.sort()).toEqual(["body.email", "body.password", "body.remember"]);
  });

  it("stops signing in with an old password and ends its sign-ins when the password is changed", async () => {
    const email = await newAccount();
    const { accessToken } = (await login({ email, password })).json();
    await setPassword(engine.deps.db, { email, password: "another password" }, engine.deps.clock());
    expect((await login({ email, password })).statusCode).toBe(401);
    expect((await login({ email, password: "another password" })).statusCode).toBe(200);
    const session = await engine.app.inject({
      url: "/api/auth/session",
      headers: { authorization: `Bearer ${accessToken}` },
    });
    expect(session.statusCode).toBe(401);
  });
});

describe("the limit on failed sign-ins", () => {
  const minuteMs = 60_000;

  it("answers 429 with the time to wait after ten failures, even to the right password, until they are old", async () => {
    const email = await newAccount();
    for (let i = 0; i < 10; i += 1) {
      expect((await login({ email, password: "wrong" })).statusCode).toBe(401);
    }
    const limited = await login({ email, password });
    expect(limited.statusCode).toBe(429);
    expect(limited.json().code).toBe("slow_down");
    expect(Number(limited.headers["retry-after"])).toBe(15 * 60);
    engine.advance(15 * minuteMs - 1);
    expect((await login({ email, password })).statusCode).toBe(429);
    engine.advance(1);
    expect((await login({ email, password })).statusCode).toBe(200);
  });

  it("gives many guesses at once no more tries than one after the other", async () => {
    const email = await newAccount();
    const tries = Array.from({ length: 25 }, () => login({ email, password: "wrong" }));
    const codes = (await Promise.all(tries)).map((answer) => answer.statusCode);
    expect(codes.filter((code) => code === 401)).toHaveLength(10);
    expect(codes.filter((code) => code === 429)).toHaveLength(15);
  });

  it("limits addresses without an account just the same", async () => {
    const email = "stranger@school.example";
    for (let i = 0; i < 10; i += 1) await login({ email, password: "wrong" });
    expect((await login({ email, password: "wrong" })).statusCode).toBe(429);
  });

  it("forgets failures after a success", async () => {
    const email = await newAccount();
    for (let i = 0; i < 9; i += 1) await login({ email, password: "wrong" });
    expect((await login({ email, password })).statusCode).toBe(200);
    for (let i = 0; i < 9; i += 1) await login({ email, password: "wrong" });
    expect((await login({ email, password })).statusCode).toBe(200);
  });
});
