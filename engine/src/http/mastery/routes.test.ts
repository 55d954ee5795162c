import { MasterySnapshot } from "@mastery/contracts/mastery";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createRecordingBus } from "../../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../../test-support/scripted-sandbox.ts";
import { createTestEngine, type TestEngine, type TestPerson } from "../../../test-support/test-engine.ts";
import { gradeSubmission } from "../../grader/grade-submission.ts";

describe("GET /api/mastery/calculate/:studentId", () => {
  let engine: TestEngine;
  beforeAll(async () => {
    engine = await createTestEngine();
  });
  afterAll(() => engine.close());

  async function read(person: TestPerson, studentId = person.studentId): Promise<MasterySnapshot> {
    const url = `/api/mastery/calculate/${studentId}`;
    const response = await engine.app.inject({ method: "GET", url, headers: person.bearer });
    expect(response.statusCode).toBe(200);
    return MasterySnapshot.parse(response.json());
  }

  async function pass(person: TestPerson): Promise<void> {
    const code = "'Ada'\n'hidden_answer_7732'";
    const response = await engine.app.inject({
      method: "POST",
      url: "/api/submissions",
      headers: person.bearer,
      payload: { exercise: "greeting", code },
    });
    const { submissionId } = response.json<{ submissionId: string }>();
    const { db, courses, logger, clock } = engine.deps;
    const deps = { db, courses, logger, clock, sandbox: createScriptedSandbox(), bus: createRecordingBus() };
    await gradeSubmission(deps, { submissionId, attempt: 1 });
  }

  it("shows a newcomer every concept, without evidence, as of event 0", async () => {
    const snapshot = await read(await engine.person("student"));
    expect(snapshot).toMatchObject({ course: "small", asOfEvent: 0, overall: { evidence: "none" } });
    expect(snapshot.concepts.map(({ concept, status }) => [concept, status])).toEqual([
      ["variables", "ready"],
      ["loops", "locked"],
    ]);
  });

  it("contains an attempt as soon as its events are committed, whatever was kept before", async () => {
    const ada = await engine.person("student");
    const before = await read(ada);
    await pass(ada);
    const after = await read(ada);
    // Queued, running, graded, updated.
    expect([before.asOfEvent, after.asOfEvent]).toEqual([0, 4]);
    expect(after.overall.score).toBeGreaterThan(before.overall.score);
    expect(after.practisedDays.at(-1)).toBe(true);
  });

  it("gives the kept answer again while nothing happens, for five minutes", async () => {
    const ada = await engine.person("student");
    const first = await read(ada);
    engine.advance(4 * 60_000);
    expect((await read(ada)).calculatedAt).toBe(first.calculatedAt);
    engine.advance(2 * 60_000);
    expect((await read(ada)).calculatedAt).not.toBe(first.calculatedAt);
  });

  it("is open to the learner's teacher and closed to others", async () => {
    const { classId } = await engine.makeClass();
    const learner = await engine.person("student", { classId });
    await read(await engine.person("teacher", { classId }), learner.studentId);
    const stranger = await engine.person("student");
    const url = `/api/mastery/calculate/${learner.studentId}`;
    const refused = await engine.app.inject({ method: "GET", url, headers: stranger.bearer });
    expect(refused.statusCode).toBe(403);
  });
});
