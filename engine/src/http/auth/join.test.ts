import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";

let engine: TestEngine;
let invitation: { classId: string; inviteCode: string };
beforeAll(async () => {
  engine = await createTestEngine();
  invitation = await engine.makeClass();
});
afterAll(() => engine.close());

let people = 0;
function newcomer(changes: object = {}) {
  return {
    inviteCode: invitation.inviteCode,
    email: `newcomer${(people += 1)}@school.example`,
    password: "a long password",
    displayName: "Grace",
    ...changes,
  };
}

function join(payload: object, headers: Record<string, string> = {}) {
  return engine.app.inject({ method: "POST", url: "/api/auth/join", headers, payload });
}

describe("joining a class by its invite", () => {
  it("makes a learner who is in the class, enrolled in its course and signed in", async () => {
    const teacher = await engine.person("teacher", { classId: invitation.classId });
    const answer = await join(newcomer({ timeZone: "Europe/Berlin" }));
    expect(answer.statusCode).toBe(201);
    const { user, accessToken, refreshToken } = answer.json();
    expect(user).toMatchObject({
      role: "student",
      courses: ["small"],
      timeZone: "Europe/Berlin",
      demo: false,
    });
    expect(refreshToken).toMatch(/^[\w-]{43}$/);
    const headers = { authorization: `Bearer ${accessToken}` };
    expect((await engine.app.inject({ url: "/api/exercises", headers })).statusCode).toBe(200);
    const roster = await engine.app.inject({
      url: `/api/classes/${invitation.classId}`,
      headers: teacher.bearer,
    });
    const members: { studentId: string }[] = roster.json().members;
    expect(members.map(({ studentId }) => studentId)).toContain(user.studentId);
  });

  it("takes the code in small letters and with blanks around it", async () => {
    const answer = await join(newcomer({ inviteCode: ` ${invitation.inviteCode.toLowerCase()} ` }));
    expect(answer.statusCode).toBe(201);
  });

  it("gives browsers cookies and no tokens", async () => {
    const headers = { "x-requested-with": "mastery", origin: "http://localhost:8000" };
    const answer = await join(newcomer(), headers);
    expect([answer.headers["set-cookie"]].flat()).toHaveLength(2);
    expect(Object.keys(answer.json()).sort()).toEqual(["expiresIn", "user"]);
  });

  it("answers 404 to an unknown invite, whoever has an account", async () => {
    const known = newcomer();
    await join(known);
    const answer = await join({ ...known, inviteCode: "NO-SUCH-CODE" });
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe("not_found");
  });

  it("answers 409 when the e-mail address has an account, and changes nothing", async () => {
    const known = newcomer();
    await join(known);
    const answer = await join({ ...known, password: "another password", displayName: "Mallory" });
    expect(answer.statusCode).toBe(409);
    expect(answer.json().code).toBe("conflict");
    const login = await engine.app.inject({
      method: "POST",
      url: "/api/auth/login",
      payload: { email: known.email, password: known.password },
    });
    expect(login.json().user.displayName).toBe("Grace");
  });

  it("makes one account when the same person joins twice at once", async () => {
    const same = newcomer();
    const answers = await Promise.all([join(same), join(same), join(same)]);
    const statuses = answers.map((answer) => answer.statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(2);
  });

  it.each([
    ["a short password", { password: "too short" }, "body.password"],
    ["an address that is none", { email: "grace" }, "body.email"],
    ["a blank name", { displayName: "   " }, "body.displayName"],
    ["control characters in the name", { displayName: "Gr\u0000ce" }, "body.displayName"],
    ["control characters in the code", { inviteCode: "CODE\u0000" }, "body.inviteCode"],
    ["an unknown time zone", { timeZone: "Europe/Atlantis" }, "body.timeZone"],
    ["a role of their own choice", { role: "admin" }, "body.role"],
  ])("answers 422 to %s", async (_what, changes, path) => {
    const answer = await join(newcomer(changes));
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors).toEqual([{ path, message: expect.any(String) }]);
  });
});
