import { streamName } from "@mastery/contracts/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { makeClassOf, makeLearner } from "../../test-support/learner.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { startEventKeeper } from "../events/event-keeper.ts";
import { createOverallOf } from "../learning/standing.ts";
import { submit } from "../learning/submit.ts";
import { createBubblewrapSandbox } from "../sandbox/bubblewrap.ts";
import { probeBubblewrap } from "../sandbox/probe-bubblewrap.ts";
import { startGrader } from "./start-grader.ts";

const probe = await probeBubblewrap();
if (probe.type === "unusable" && process.env["CI"] === "true") {
  throw new Error(`bubblewrap is needed here: ${probe.reason}`);
}

describe.skipIf(probe.type === "unusable")("the way of a submission, with real Python", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  it("leads from the hand-in to graded events on the bus, for the learner and for the class", async () => {
    if (probe.type === "unusable") throw new Error("skipped above");
    const { db, pool } = database;
    const studentId = await makeLearner(db);
    const classId = await makeClassOf(db, [studentId]);
    const bus = createRecordingBus();
    const courses = new Map([[practiceCourse.slug, practiceCourse]]);
    const clock = () => new Date();
    const sandbox = createBubblewrapSandbox(probe.interpreter);
    const shared = { pool, db, bus, logger: silentLogger };
    const keeper = startEventKeeper({ ...shared, overallOf: createOverallOf(courses, clock) });
    const grader = await startGrader({ ...shared, sandbox, concurrency: 2, courses, clock });

    const handIn = (code: string) => {
      const exercise = { slug: "double", title: "Twice as much" };
      const trace = { correlationId: "c-1", traceparent: null, now: clock() };
      return db
        .transaction()
        .execute((trx) => submit(trx, { studentId, course: "practice", exercise, code, ...trace }));
    };
    await handIn("def double(value):\n    return value + 2\n");
    // Queued, running, two tests, graded, mastery, and the class's own.
    await bus.reached(7);
    await handIn("def double(value):\n    return value * 2\n");
    await bus.reached(14);
    await grader.stop();
    await keeper.stop();
    await sandbox.close();

    const own = bus.accepted.filter((event) => event.subject === streamName("learner", studentId));
    const logged = own.filter((event) => event.sequence !== undefined);
    expect(logged.map((event) => [event.sequence, event.type.split(".").slice(2, 4).join(".")])).toEqual([
      [1, "submission.queued"],
      [2, "submission.running"],
      [3, "submission.graded"],
      [4, "mastery.updated"],
      [5, "submission.queued"],
      [6, "submission.running"],
      [7, "submission.graded"],
      [8, "mastery.updated"],
    ]);
    expect(logged[2]?.data).toMatchObject({ status: "failed", passed: 1, total: 2 });
    expect(logged[6]?.data).toMatchObject({ status: "passed", passed: 2, total: 2 });
    const told = bus.accepted.filter((event) => event.subject === streamName("class", classId));
    expect(told.map((event) => event.data)).toMatchObject([
      { studentId, displayName: "Ada", status: "failed" },
      { studentId, displayName: "Ada", status: "passed" },
    ]);
  });
});
