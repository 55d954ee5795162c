import { ClassList, ClassView } from "@mastery/contracts/class";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine, type TestPerson } from "../../../test-support/test-engine.ts";

let engine: TestEngine;
let classId: string;
let inviteCode: string;
let teacher: TestPerson;
beforeAll(async () => {
  engine = await createTestEngine();
});
beforeEach(async () => {
  ({ classId, inviteCode } = await engine.makeClass());
  teacher = await engine.person("teacher", { classId });
});
afterAll(() => engine.close());

function get(url: string, person = teacher) {
  return engine.app.inject({ url, headers: person.bearer });
}

describe("the list of classes", () => {
  it("holds a teacher's own classes with their size, and no others", async () => {
    await engine.person("student", { classId });
    await engine.person("student", { classId });
    const { classes } = ClassList.parse((await get("/api/classes")).json());
    expect(classes).toEqual([{ classId, name: "Year 9", course: "small", learners: 2 }]);
  });

  it("holds every class for an admin", async () => {
    const other = await engine.makeClass();
    const { classes } = ClassList.parse((await get("/api/classes", await engine.person("admin"))).json());
    const ids = classes.map((each) => each.classId);
    expect(ids).toContain(classId);
    expect(ids).toContain(other.classId);
  });

  it("is empty for a teacher without a class", async () => {
    expect((await get("/api/classes", await engine.person("teacher"))).json()).toEqual({ classes: [] });
  });
});

describe("a class", () => {
  it("shows its learners, where each stands and what each did last", async () => {
    const busy = await engine.person("student", { classId });
    const quiet = await engine.person("student", { classId });
    const submittedAt = new Date("2026-03-01T10:00:00.000Z");
    await engine.deps.db
      .insertInto("submissions")
      .values({
        id: uuidv7(),
        studentId: busy.studentId,
        course: "small",
        exercise: "greeting",
        code: "",
        correlationId: null,
        traceparent: null,
        started: true,
        submittedAt,
      })
      .execute();
    const view = ClassView.parse((await get(`/api/classes/${classId}`)).json());
    expect(view).toMatchObject({ classId, inviteCode, courseTitle: "A small course", asOfEvent: 0 });
    expect(view.members).toHaveLength(2);
    const member = (id: string) => view.members.find(({ studentId }) => studentId === id);
    expect(member(busy.studentId)).toMatchObject({
      displayName: "A student",
      overall: { evidence: "none" },
      lastActiveAt: submittedAt.toISOString(),
      last: { exercise: "greeting", title: "Greeting", status: "running", at: submittedAt.toISOString() },
      demo: false,
    });
    expect(member(quiet.studentId)).not.toHaveProperty("last");
    expect(member(quiet.studentId)).not.toHaveProperty("lastActiveAt");
  });

  it("counts practice without a submission as activity", async () => {
    const learner = await engine.person("student", { classId });
    const at = new Date("2026-02-01T08:00:00.000Z");
    await engine.deps.db
      .insertInto("attempts")
      .values({
        studentId: learner.studentId,
        course: "small",
        exercise: "greeting",
        submissionId: null,
        outcome: 1,
        at,
        day: "2026-02-01",
        difficulty: 0,
        concepts: "[]",
        modelVersion: "test",
        overall: 0.5,
        simulated: true,
      })
      .execute();
    const view = ClassView.parse((await get(`/api/classes/${classId}`)).json());
    expect(view.members[0]?.lastActiveAt).toBe(at.toISOString());
  });

  it("names the last event of the class's stream", async () => {
    await engine.deps.db
      .insertInto("streams")
      .values({ name: `class.${classId}`, last: "41" })
      .execute();
    expect((await get(`/api/classes/${classId}`)).json().asOfEvent).toBe(41);
  });

  it("looks to another teacher like a class that does not exist", async () => {
    const colleague = await engine.person("teacher");
    const foreign = await get(`/api/classes/${classId}`, colleague);
    const missing = await get("/api/classes/missing", colleague);
    expect(foreign.statusCode).toBe(404);
    expect(missing.statusCode).toBe(404);
    expect(foreign.json().detail).toBe(missing.json().detail);
  });

  it("is closed to its own learners", async () => {
    const learner = await engine.person("student", { classId });
    expect((await get(`/api/classes/${classId}`, learner)).statusCode).toBe(403);
  });

  it("is closed to a teacher from the moment they no longer teach it", async () => {
    expect((await get(`/api/classes/${classId}`)).statusCode).toBe(200);
    await engine.deps.db.deleteFrom("classTeachers").where("accountId", "=", teacher.accountId).execute();
    expect((await get(`/api/classes/${classId}`)).statusCode).toBe(404);
  });
});
