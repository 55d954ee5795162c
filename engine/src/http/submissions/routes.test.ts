import { SubmissionPage, Submission } from "@mastery/contracts/submission";
import { streamName } from "@mastery/contracts/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordingBus } from "../../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../../test-support/scripted-sandbox.ts";
import { secrets } from "../../../test-support/small-course.ts";
import { createTestEngine, type TestEngine, type TestPerson } from "../../../test-support/test-engine.ts";
import { gradeSubmission } from "../../grader/grade-submission.ts";
import { createDatabase } from "../../stores/database.ts";
import { selectEvents } from "../../stores/event-log.ts";
import { createPool } from "../../stores/pool.ts";

const traceparent = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;

describe("submissions", () => {
  let engine: TestEngine;
  let ada: TestPerson;
  beforeAll(async () => {
    engine = await createTestEngine();
    ada = await engine.person("student");
  });
  afterAll(() => engine.close());

  function post(person: TestPerson, payload: object, headers: Record<string, string> = {}) {
    return engine.app.inject({
      method: "POST",
      url: "/api/submissions",
      headers: { ...person.bearer, ...headers },
      payload,
    });
  }
  const get = (person: TestPerson, url: string) =>
    engine.app.inject({ method: "GET", url, headers: person.bearer });

  async function handIn(person: TestPerson, exercise = "greeting"): Promise<string> {
    const response = await post(person, { exercise, code: "'Ada'\n'hidden_answer_7732'" });
    expect(response.statusCode).toBe(202);
    return response.json<{ submissionId: string }>().submissionId;
  }

  async function jobs(): Promise<number> {
    const { rows } = await engine.deps.pool.query<{ n: number }>(
      "SELECT count(*)::int AS n FROM graphile_worker.jobs",
    );
    return rows[0]?.n ?? 0;
  }

  it("takes many submissions at once over few connections", async () => {
    const pool = createPool(engine.deps.pool.options.connectionString ?? "", undefined, 2);
    const app = engine.appWith({ pool, db: createDatabase(pool) });
    const { bearer: headers } = await engine.person("student");
    const payload = { exercise: "greeting", code: "print(1)" };
    const request = { method: "POST", url: "/api/submissions", headers, payload } as const;
    const answers = await Promise.all(Array.from({ length: 12 }, () => app.inject(request)));
    await pool.end();
    expect(answers.map(({ statusCode }) => statusCode)).toEqual(answers.map(() => 202));
  });

  it("takes code, queues it and logs the event, all with one answer", async () => {
    const before = await jobs();
    const headers = { "x-request-id": "request-1", traceparent };
    const response = await post(ada, { exercise: "greeting", code: "print(1)" }, headers);
    expect(response.statusCode).toBe(202);
    const { submissionId } = response.json<{ submissionId: string }>();
    expect(response.json()).toEqual({ submissionId, status: "queued" });
    expect(await jobs()).toBe(before + 1);
    const events = await selectEvents(engine.deps.db, streamName("learner", ada.studentId), 0, 10);
    expect(events.at(-1)).toMatchObject({
      type: "submission.queued",
      correlationId: "request-1",
      traceparent,
      data: { submissionId, exercise: "greeting", title: "Greeting" },
    });
  });

  it("queues once for the same idempotency key and body, and refuses the key for another body", async () => {
    const headers = { "idempotency-key": "try-1" };
    const before = await jobs();
    const code = { exercise: "greeting", code: "print(2)" };
    const answers = await Promise.all([
      post(ada, code, headers),
      post(ada, code, headers),
      post(ada, code, headers),
    ]);
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(await jobs()).toBe(before + 1);
    const other = await post(ada, { exercise: "greeting", code: "print(3)" }, headers);
    expect(other.statusCode).toBe(409);
  });

  it("answers 404 for an unknown exercise and queues nothing", async () => {
    const before = await jobs();
    expect((await post(ada, { exercise: "nowhere", code: "" })).statusCode).toBe(404);
    expect(await jobs()).toBe(before);
  });

  it("takes code that holds characters which PostgreSQL cannot store", async () => {
    const response = await post(ada, { exercise: "greeting", code: "print('\u0000\ud800')" });
    expect(response.statusCode).toBe(202);
  });

  it("answers 422 for code of more than 64 KiB", async () => {
    expect((await post(ada, { exercise: "greeting", code: "é".repeat(33_000) })).statusCode).toBe(422);
  });

  it("does not take code from teachers", async () => {
    const teacher = await engine.person("teacher");
    expect((await post(teacher, { exercise: "greeting", code: "" })).statusCode).toBe(403);
  });

  it("shows a graded submission without anything of its hidden tests but name and status", async () => {
    const submissionId = await handIn(ada);
    const queued = Submission.parse((await get(ada, `/api/submissions/${submissionId}`)).json());
    expect(queued).toMatchObject({ status: "queued", tests: [], python: "" });
    const { db, courses, logger, clock } = engine.deps;
    const deps = { db, courses, logger, clock, sandbox: createScriptedSandbox(), bus: createRecordingBus() };
    await gradeSubmission(deps, { submissionId, attempt: 1 });
    const response = await get(ada, `/api/submissions/${submissionId}`);
    const graded = Submission.parse(response.json());
    expect(graded).toMatchObject({ status: "passed", python: "3.11.2", sandbox: "bubblewrap" });
    expect(graded.mastery[0]?.after).toBeGreaterThan(graded.mastery[0]?.before ?? 1);
    const { code, ...rest } = response.json<Submission>();
    expect(code).toContain("Ada");
    for (const secret of secrets) expect(JSON.stringify(rest)).not.toContain(secret);
  });

  it("answers 404 for somebody else's submission, and shows it to their teacher and to an admin", async () => {
    const { classId } = await engine.makeClass();
    const learner = await engine.person("student", { classId });
    const submissionId = await handIn(learner);
    const readers = [
      [await engine.person("student", { classId }), 404],
      [await engine.person("teacher"), 404],
      [await engine.person("teacher", { classId }), 200],
      [await engine.person("admin"), 200],
      [learner, 200],
    ] as const;
    for (const [reader, status] of readers) {
      expect((await get(reader, `/api/submissions/${submissionId}`)).statusCode).toBe(status);
    }
    expect((await get(ada, "/api/submissions/nowhere")).statusCode).toBe(404);
  });

  it("lists a learner's own, newest first, page by page, without leaving out or repeating any", async () => {
    const learner = await engine.person("student");
    const made: string[] = [];
    for (let index = 0; index < 7; index += 1) {
      // Some at the very same moment.
      if (index % 2 === 0) engine.advance(1_000);
      made.push(await handIn(learner, index === 3 ? "count-down" : "greeting"));
    }
    const seen: string[] = [];
    let url: string | undefined = "/api/submissions?limit=3";
    while (url !== undefined) {
      const page: SubmissionPage = SubmissionPage.parse((await get(learner, url)).json());
      seen.push(...page.submissions.map((submission) => submission.submissionId));
      url = page.nextCursor && `/api/submissions?limit=3&cursor=${encodeURIComponent(page.nextCursor)}`;
    }
    expect(seen).toHaveLength(7);
    expect(new Set(seen)).toEqual(new Set(made));
    expect(seen.slice(0, 1)).toEqual(made.slice(-1));
    const filtered = SubmissionPage.parse(
      (await get(learner, "/api/submissions?exercise=count-down")).json(),
    );
    expect(filtered.submissions.map((submission) => submission.submissionId)).toEqual([made[3]]);
  });

  it("lists another's only for those who teach them", async () => {
    const { classId } = await engine.makeClass();
    const learner = await engine.person("student", { classId });
    await handIn(learner);
    const url = `/api/submissions?studentId=${learner.studentId}`;
    expect((await get(ada, url)).statusCode).toBe(403);
    const page = await get(await engine.person("teacher", { classId }), url);
    expect(SubmissionPage.parse(page.json()).submissions).toHaveLength(1);
  });

  it("answers 422 for a cursor it never gave", async () => {
    expect((await get(ada, "/api/submissions?cursor=nonsense")).statusCode).toBe(422);
  });
});
