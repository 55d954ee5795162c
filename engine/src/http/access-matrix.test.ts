import { isGranted } from "@mastery/access/grants";
import type { Endpoint } from "@mastery/contracts/endpoint";
import { endpoints } from "@mastery/contracts/endpoints";
import { Role } from "@mastery/contracts/permission";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine, type TestPerson } from "../../test-support/test-engine.ts";

/** Values for path parameters that are well-formed; whose learner it is, each test says. */
const parameters: Record<string, string> = {
  slug: "greeting",
  submissionId: "unknown-submission",
  id: "unknown-recommendation",
  classId: "unknown-class",
};

const engineEndpoints = Object.entries<Endpoint>(endpoints).filter(
  ([, endpoint]) => endpoint.room === "engine",
);
const guarded = engineEndpoints.filter(([, endpoint]) => endpoint.access !== "public");
const ofLearners = guarded.filter(([, endpoint]) => endpoint.learnerParam !== undefined);

function mayUse(role: Role, { access }: Endpoint): boolean {
  return access === "public" || isGranted(role, access);
}

let engine: TestEngine;
let people: Record<Role, TestPerson>;
let learner: TestPerson;
let stranger: TestPerson;
beforeAll(async () => {
  engine = await createTestEngine();
  const { classId } = await engine.makeClass();
  learner = await engine.person("student", { classId });
  stranger = await engine.person("student");
  people = {
    student: learner,
    teacher: await engine.person("teacher", { classId }),
    admin: await engine.person("admin"),
  };
});
afterAll(() => engine.close());

function call(endpoint: Endpoint, headers: Record<string, string>, studentId = learner.studentId) {
  const url = endpoint.path.replaceAll(/:(\w+)/g, (_, name: string) =>
    name === "studentId" ? studentId : (parameters[name] ?? "missing"),
  );
  return engine.app.inject({ method: endpoint.method, url, headers });
}

describe.each(engineEndpoints)("the endpoint %s", (_name, endpoint) => {
  it("is registered", async () => {
    // Somebody of their own: one of the endpoints signs its caller out.
    const answer = await call(endpoint, (await engine.person("admin")).bearer);
    expect(answer.body).not.toContain("There is nothing at this address.");
  });
});

describe.each(guarded)("the guarded endpoint %s", (_name, endpoint) => {
  it.each([
    ["nobody", {}],
    ["an unreadable token", { authorization: "Bearer x.y.z" }],
    [
      "identity headers that a gateway might have set",
      { "x-consumer-username": "admin", "x-user-id": "admin" },
    ],
  ])("answers 401 to %s", async (_who, headers) => {
    const answer = await call(endpoint, headers);
    expect(answer.statusCode).toBe(401);
    expect(answer.json().code).toBe("unauthenticated");
  });

  it.each(Role.options)("lets in the role %s exactly if the table grants it", async (role) => {
    const answer = await call(endpoint, people[role].bearer);
    expect([401, 403].includes(answer.statusCode)).toBe(!mayUse(role, endpoint));
  });
});

describe.each(ofLearners)("the learner's endpoint %s", (_name, endpoint) => {
  it("answers 403 for another learner's data, whether that learner exists or not", async () => {
    const other = await call(endpoint, learner.bearer, stranger.studentId);
    const missing = await call(endpoint, learner.bearer, "missing");
    expect([other.statusCode, missing.statusCode]).toEqual([403, 403]);
    expect(other.json().detail).toBe(missing.json().detail);
  });

  it("answers 403 to a teacher for a learner whom they do not teach", async () => {
    const answer = await call(endpoint, people.teacher.bearer, stranger.studentId);
    expect(answer.statusCode).toBe(403);
  });
});

describe.each(ofLearners.filter(([, endpoint]) => mayUse("admin", endpoint)))(
  "an admin at the learner's endpoint %s",
  (_name, endpoint) => {
    it("is told of a learner who does not exist, and let in to one who does", async () => {
      expect((await call(endpoint, people.admin.bearer, "missing")).statusCode).toBe(404);
      expect((await call(endpoint, people.admin.bearer, stranger.studentId)).statusCode).toBe(200);
    });
  },
);
