import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { makeLearner } from "../../test-support/learner.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../test-support/scripted-sandbox.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { gradeSubmission } from "../grader/grade-submission.ts";
import { createSnapshotReader } from "./read-snapshot.ts";
import { submit } from "./submit.ts";

const hourMs = 3_600_000;
const rounds = 8;
/** Queued, running, and together graded and updated. */
const eventsARound = 4;

describe("a snapshot", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  async function pass(studentId: string, now: Date): Promise<void> {
    const { db } = database;
    const exercise = { slug: "double", title: "Twice as much" };
    const trace = { correlationId: null, traceparent: null };
    const handIn = { studentId, course: "practice", exercise, code: "4\n-6", ...trace, now };
    const submissionId = await db.transaction().execute((trx) => submit(trx, handIn));
    const deps = {
      db,
      sandbox: createScriptedSandbox(),
      courses: new Map([[practiceCourse.slug, practiceCourse]]),
      bus: createRecordingBus(),
      logger: silentLogger,
      clock: () => now,
    };
    await gradeSubmission(deps, { submissionId, attempt: 1 });
  }

  it("contains just the events up to the one it names, while gradings commit around it", async () => {
    const studentId = await makeLearner(database.db);
    const read = createSnapshotReader(database.db);
    const start = Date.UTC(2026, 10, 23);
    const at = (round: number) => new Date(start + round * hourMs);
    const passing = { on: true };
    const passes = (async () => {
      for (let round = 0; round < rounds; round += 1) await pass(studentId, at(round));
    })().finally(() => {
      passing.on = false;
    });
    while (passing.on) {
      const { asOfEvent, concepts } = await read(studentId, practiceCourse, at(rounds));
      expect(concepts[0]?.attempts).toBe(Math.floor(asOfEvent / eventsARound));
    }
    await passes;
    const last = await read(studentId, practiceCourse, at(rounds));
    expect([last.asOfEvent, last.concepts[0]?.attempts]).toEqual([rounds * eventsARound, rounds]);
  });
});
