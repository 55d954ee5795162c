import { Catalogue, ExerciseDetail } from "@mastery/contracts/exercise";
import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { secrets, smallCourse } from "../../../test-support/small-course.ts";
import { createTestEngine, type TestEngine, type TestPerson } from "../../../test-support/test-engine.ts";

let engine: TestEngine;
let learner: TestPerson;
beforeAll(async () => {
  engine = await createTestEngine();
  learner = await engine.person("student");
});
afterAll(() => engine.close());

function get(url: string, person = learner) {
  return engine.app.inject({ url, headers: person.bearer });
}

async function handIn(exercise: string, code: string, verdict?: "passed" | "failed"): Promise<string> {
  const id = uuidv7();
  const { studentId } = learner;
  await engine.deps.db
    .insertInto("submissions")
    .values({ id, studentId, course: "small", exercise, code, correlationId: null, traceparent: null })
    .execute();
  if (verdict) {
    await engine.deps.db
      .insertInto("grades")
      .values({
        submissionId: id,
        status: verdict,
        tests: "[]",
        passed: 0,
        total: 2,
        stdout: "",
        durationMs: 1,
        python: "3.11.2",
        sandbox: "bubblewrap",
        mastery: "[]",
      })
      .execute();
  }
  return id;
}

describe("the catalogue", () => {
  it("lists the active course with concepts, and marks what waits for another concept", async () => {
    const answer = await get("/api/exercises");
    expect(answer.statusCode).toBe(200);
    const { course, exercises } = Catalogue.parse(answer.json());
    expect(course.concepts.map(({ concept, prerequisites }) => [concept, prerequisites])).toEqual([
      ["variables", []],
      ["loops", ["variables"]],
    ]);
    expect(exercises.map(({ slug, locked, status }) => [slug, locked, status])).toEqual([
      ["greeting", false, "new"],
      ["count-down", true, "new"],
    ]);
    expect(exercises[0]?.concepts).toEqual([{ concept: "variables", name: "Variables" }]);
  });

  it("tells how far the caller got: a try counts at once, a pass stays a pass", async () => {
    await handIn("count-down", "1");
    await handIn("greeting", "1", "passed");
    await handIn("greeting", "2", "failed");
    const { exercises } = Catalogue.parse((await get("/api/exercises")).json());
    expect(exercises.map(({ status }) => status)).toEqual(["passed", "tried"]);
    const other = await engine.person("student");
    const others = Catalogue.parse((await get("/api/exercises", other)).json());
    expect(others.exercises.map(({ status }) => status)).toEqual(["new", "new"]);
  });

  it("answers 404 to a course that exists but is not the caller's, as to one that does not exist", async () => {
    const app = engine.appWith({
      courses: new Map([
        ["small", smallCourse],
        ["other", { ...smallCourse, slug: "other" }],
      ]),
    });
    const ask = (course: string) =>
      app.inject({ url: `/api/exercises?course=${course}`, headers: learner.bearer });
    const [closed, missing] = [await ask("other"), await ask("missing")];
    expect(closed.statusCode).toBe(404);
    expect(closed.json().detail).toBe(missing.json().detail);
    expect((await ask("small")).statusCode).toBe(200);
    const admin = await engine.person("admin");
    const asked = await app.inject({ url: "/api/exercises?course=other", headers: admin.bearer });
    expect(asked.statusCode).toBe(200);
  });

  it("answers 404 with the way on when the caller has no course yet", async () => {
    const answer = await get("/api/exercises", await engine.person("teacher"));
    expect(answer.statusCode).toBe(404);
    expect(answer.json().detail).toContain("join a class");
  });

  it("shows a teacher the course of their class", async () => {
    const { classId } = await engine.makeClass();
    const teacher = await engine.person("teacher", { classId });
    expect((await get("/api/exercises", teacher)).statusCode).toBe(200);
  });
});

describe("one exercise", () => {
  it("comes with instructions, starter code, hints, its open tests and the number of the others", async () => {
    const answer = await get("/api/exercises/greeting");
    expect(ExerciseDetail.parse(answer.json())).toMatchObject({
      slug: "greeting",
      course: "small",
      fileName: "greeting.py",
      starterCode: "def greeting(value):\n    pass\n",
      openTests: [{ name: "returns what it is given", input: 'greeting("Ada")', expected: "'Ada'" }],
      hiddenTests: 1,
      python: "3.11.2",
      pSuccess: expect.any(Number),
    });
  });

  it("comes with the caller's own last try and nobody else's", async () => {
    const submissionId = await handIn("greeting", "print('mine')");
    const detail = ExerciseDetail.parse((await get("/api/exercises/greeting")).json());
    expect(detail.last).toMatchObject({ submissionId, code: "print('mine')" });
    const other = await engine.person("student");
    expect((await get("/api/exercises/greeting", other)).json()).not.toHaveProperty("last");
  });

  it.each(["/api/exercises", "/api/exercises/greeting", "/api/exercises/count-down"])(
    "never says a word of hidden tests, solutions or wrong solutions: %s",
    async (url) => {
      const { classId } = await engine.makeClass();
      for (const person of [
        learner,
        await engine.person("teacher", { classId }),
        await engine.person("admin"),
      ]) {
        const answer = await get(url, person);
        expect(answer.statusCode).toBe(200);
        for (const secret of secrets) expect(answer.body).not.toContain(secret);
        expect(answer.body).not.toContain("works for other values");
        expect(answer.body).not.toMatch(/solution|misconception/i);
      }
    },
  );

  it("answers 404 to an unknown exercise and 422 to what cannot be a name", async () => {
    expect((await get("/api/exercises/missing")).statusCode).toBe(404);
    expect((await get("/api/exercises/..%2Fsecret")).statusCode).toBe(422);
  });
});
