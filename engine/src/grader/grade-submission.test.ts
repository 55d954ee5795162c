import { eventData } from "@mastery/contracts/event-data";
import { streamName } from "@mastery/contracts/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { makeLearner } from "../../test-support/learner.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../test-support/scripted-sandbox.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { submit } from "../learning/submit.ts";
import { SandboxFault } from "../sandbox/sandbox-fault.ts";
import { selectAttempts } from "../stores/attempts.ts";
import { selectEvents } from "../stores/event-log.ts";
import { selectSubmission } from "../stores/submissions.ts";
import { gradeSubmission } from "./grade-submission.ts";
import type { GraderDeps } from "./grader-deps.ts";

const right = "4\n-6";
const wrong = "4\n6";
const minuteMs = 60_000;

describe("gradeSubmission", () => {
  let database: TestDatabase;
  let now = Date.UTC(2026, 10, 23, 12);
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  function deps(changes: Partial<GraderDeps> = {}): GraderDeps {
    return {
      db: database.db,
      sandbox: createScriptedSandbox(),
      courses: new Map([[practiceCourse.slug, practiceCourse]]),
      bus: createRecordingBus(),
      logger: silentLogger,
      clock: () => new Date(now),
      ...changes,
    };
  }

  function handIn(studentId: string, code: string, slug = "double"): Promise<string> {
    const exercise = { slug, title: "Twice as much" };
    const trace = { correlationId: "c-7", traceparent: `00-${"a".repeat(32)}-${"b".repeat(16)}-01` };
    return database.db
      .transaction()
      .execute((trx) =>
        submit(trx, { studentId, course: "practice", exercise, code, ...trace, now: new Date(now) }),
      );
  }

  async function grade(studentId: string, code: string): Promise<string> {
    const submissionId = await handIn(studentId, code);
    await gradeSubmission(deps(), { submissionId, attempt: 1 });
    return submissionId;
  }

  const eventsOf = (studentId: string) =>
    selectEvents(database.db, streamName("learner", studentId), 0, 1_000);
  const typesOf = async (studentId: string) => (await eventsOf(studentId)).map((event) => event.type);

  it("tells the whole story in order, each event carrying the request's correlation and trace", async () => {
    const studentId = await makeLearner(database.db);
    const submissionId = await grade(studentId, right);
    expect(await typesOf(studentId)).toEqual([
      "submission.queued",
      "submission.running",
      "submission.graded",
      "mastery.updated",
    ]);
    for (const event of await eventsOf(studentId)) {
      expect(event).toMatchObject({ correlationId: "c-7", traceparent: expect.stringMatching(/^00-a/) });
    }
    const row = await selectSubmission(database.db, submissionId);
    expect(row).toMatchObject({ verdict: "passed", python: "3.11.2", sandbox: "bubblewrap" });
    const [change] = row?.mastery ?? [];
    expect(change?.after).toBeGreaterThan(change?.before ?? 1);
  });

  it("has one effect when the same job runs many times at once", async () => {
    const studentId = await makeLearner(database.db);
    const submissionId = await handIn(studentId, right);
    const runs = Array.from({ length: 8 }, () => gradeSubmission(deps(), { submissionId, attempt: 1 }));
    await Promise.all(runs);
    await gradeSubmission(deps(), { submissionId, attempt: 2 });
    expect(await typesOf(studentId)).toEqual([
      "submission.queued",
      "submission.running",
      "submission.graded",
      "mastery.updated",
    ]);
    expect(await selectAttempts(database.db, studentId, "practice")).toHaveLength(1);
  });

  it("counts one failure and one pass a sitting, and grades every submission", async () => {
    const studentId = await makeLearner(database.db);
    for (const code of [wrong, wrong, right, right]) {
      now += minuteMs;
      await grade(studentId, code);
    }
    const attempts = await selectAttempts(database.db, studentId, "practice");
    expect(attempts.map((attempt) => attempt.outcome)).toEqual([0, 1]);
    const types = await typesOf(studentId);
    expect(types.filter((type) => type === "submission.graded")).toHaveLength(4);
    expect(types.filter((type) => type === "mastery.updated")).toHaveLength(2);
  });

  it("says in plain words why mastery moved", async () => {
    const studentId = await makeLearner(database.db);
    await grade(studentId, right);
    const updated = (await eventsOf(studentId)).at(-1);
    expect(updated?.data).toMatchObject({
      reason: expect.stringMatching(/^You solved “Twice as much”, so Numbers went from \d+\s% to \d+\s%\.$/),
    });
  });

  it("announces finished tests as notices: unnumbered, for this learner, without a hidden test's content", async () => {
    const studentId = await makeLearner(database.db);
    const bus = createRecordingBus();
    const submissionId = await handIn(studentId, wrong);
    await gradeSubmission(deps({ bus }), { submissionId, attempt: 1 });
    expect(bus.accepted).toHaveLength(2);
    const [, hidden] = bus.accepted;
    expect(hidden).toMatchObject({
      type: "com.mastery-engine.submission.progress.v1",
      subject: streamName("learner", studentId),
      data: { index: 1, total: 2, test: { name: "another one", visibility: "hidden", status: "failed" } },
    });
    expect(hidden).not.toHaveProperty("sequence");
    const { test } = eventData["submission.progress"].parse(hidden?.data);
    expect(Object.keys(test).sort()).toEqual(["durationMs", "name", "status", "visibility"]);
  });

  it("grades although nobody takes the notices", async () => {
    const studentId = await makeLearner(database.db);
    const submissionId = await handIn(studentId, right);
    const bus = createRecordingBus(() => true);
    await gradeSubmission(deps({ bus }), { submissionId, attempt: 1 });
    expect(await selectSubmission(database.db, submissionId)).toMatchObject({ verdict: "passed" });
  });

  it("tries again when the sandbox breaks, and in the end tells the learner that it was not their fault", async () => {
    const studentId = await makeLearner(database.db);
    const submissionId = await handIn(studentId, right);
    const broken = createScriptedSandbox(() => {
      throw new SandboxFault("broke", "no more processes");
    });
    for (const attempt of [1, 2, 3]) {
      const run = gradeSubmission(deps({ sandbox: broken }), { submissionId, attempt });
      await expect(run).rejects.toThrow("no more processes");
    }
    await gradeSubmission(deps({ sandbox: broken }), { submissionId, attempt: 4 });
    const row = await selectSubmission(database.db, submissionId);
    expect(row?.verdict).toBe("error");
    expect(row?.tests?.[0]?.message).toContain("it was not your code");
    expect(await selectAttempts(database.db, studentId, "practice")).toEqual([]);
    expect((await typesOf(studentId)).at(-1)).toBe("submission.graded");
  });

  it("leaves a submission to others when the grader is being stopped, however often it was tried", async () => {
    const submissionId = await handIn(await makeLearner(database.db), right);
    const stopping = createScriptedSandbox(() => {
      throw new SandboxFault("aborted", "stopping");
    });
    const run = gradeSubmission(deps({ sandbox: stopping }), { submissionId, attempt: 9 });
    await expect(run).rejects.toThrow("stopping");
    expect(await selectSubmission(database.db, submissionId)).toMatchObject({ verdict: null });
  });

  it("does not run again what has killed grader after grader", async () => {
    const submissionId = await handIn(await makeLearner(database.db), right);
    const forbidden = createScriptedSandbox(() => {
      throw new Error("must not run");
    });
    await gradeSubmission(deps({ sandbox: forbidden }), { submissionId, attempt: 21 });
    expect(await selectSubmission(database.db, submissionId)).toMatchObject({ verdict: "error" });
  });

  it("tells a learner whose exercise has left the course", async () => {
    const submissionId = await handIn(await makeLearner(database.db), right, "gone");
    await gradeSubmission(deps(), { submissionId, attempt: 1 });
    expect(await selectSubmission(database.db, submissionId)).toMatchObject({ verdict: "error" });
  });

  it("is done at once with a submission that was deleted", async () => {
    await expect(gradeSubmission(deps(), { submissionId: "gone", attempt: 1 })).resolves.toBeUndefined();
  });
});
