import type { EventData } from "@mastery/contracts/event-data";
import { streamName } from "@mastery/contracts/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { eventually } from "../../test-support/eventually.ts";
import { makeClassOf, makeLearner } from "../../test-support/learner.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { eventLogChannel, selectEvents } from "../stores/event-log.ts";
import { selectDeadLetters } from "../stores/dead-letters.ts";
import { selectUnprojected } from "../stores/projections.ts";
import { classProjection, projectLearner, type OverallOf } from "./class-projection.ts";
import { lead } from "./lead.ts";
import { logEvents, type NewEvent } from "./log-events.ts";

const overall = { score: 0.5, low: 0.4, high: 0.6, evidence: "low" } as const;
const overallOf: OverallOf = async () => overall;
const happenedAt = new Date("2026-11-23T10:00:00.000Z");
const context = { happenedAt, correlationId: "c-3", traceparent: null };

function graded(submissionId = "s"): NewEvent {
  const of = { submissionId, course: "practice", exercise: "double", title: "Twice as much" };
  return {
    type: "submission.graded",
    data: { ...of, status: "passed", passed: 2, total: 2, durationMs: 4, mastery: [] },
  };
}
function updated(submissionId: string, overall: EventData<"mastery.updated">["overall"]): NewEvent {
  const data = { course: "practice", submissionId, overall, concepts: [], reason: "You solved it." };
  return { type: "mastery.updated", data };
}

const queued: NewEvent = {
  type: "submission.queued",
  data: { submissionId: "s", course: "practice", exercise: "double", title: "Twice as much" },
};

describe("the projection for classes", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const log = (studentId: string, ...events: NewEvent[]) =>
    database.db
      .transaction()
      .execute((trx) => logEvents(trx, streamName("learner", studentId), events, context));
  const toldTo = (classId: string) => selectEvents(database.db, streamName("class", classId), 0, 1_000);

  it("tells each class of that course once for each graded submission, numbered in the class's own stream", async () => {
    const studentId = await makeLearner(database.db, "Grace");
    const classes = [
      await makeClassOf(database.db, [studentId]),
      await makeClassOf(database.db, [studentId]),
    ];
    const elsewhere = await makeClassOf(database.db, [studentId], "another-course");
    await log(studentId, queued, graded(), queued, graded());
    await projectLearner({ db: database.db, overallOf }, streamName("learner", studentId));
    for (const classId of classes) {
      const told = await toldTo(classId);
      expect(told.map((event) => event.sequence)).toEqual([1, 2]);
      expect(told[0]).toMatchObject({
        type: "class.activity",
        correlationId: "c-3",
        happenedAt,
        data: { classId, studentId, displayName: "Grace", exercise: "double", status: "passed", overall },
      });
    }
    expect(await toldTo(elsewhere)).toEqual([]);
  });

  it("says where the learner stood after just that submission", async () => {
    const studentId = await makeLearner(database.db);
    const classId = await makeClassOf(database.db, [studentId]);
    const scores = [0.61, 0.62];
    for (const score of scores) {
      const after = { score, low: 0.5, high: 0.7, evidence: "enough" } as const;
      const submissionId = `s-${score * 100}`;
      await log(studentId, graded(submissionId), updated(submissionId, { ...after, before: 0.6 }));
    }
    await projectLearner({ db: database.db, overallOf }, streamName("learner", studentId));
    const told = await toldTo(classId);
    expect(told.map((event) => event.data)).toMatchObject(scores.map((score) => ({ overall: { score } })));
  });

  it("passes over an event that cannot be read, keeps it as a dead letter, and tells the next", async () => {
    const studentId = await makeLearner(database.db);
    const classId = await makeClassOf(database.db, [studentId]);
    await log(studentId, graded("not an id"), graded());
    await projectLearner({ db: database.db, overallOf }, streamName("learner", studentId));
    expect(await toldTo(classId)).toHaveLength(1);
    const [letter] = await selectDeadLetters(database.db, 1);
    expect(letter).toMatchObject({ stream: streamName("learner", studentId) });
  });

  it("tells nothing twice when it runs many times at once", async () => {
    const studentId = await makeLearner(database.db);
    const classId = await makeClassOf(database.db, [studentId]);
    await log(studentId, graded(), graded(), graded());
    const stream = streamName("learner", studentId);
    await Promise.all(
      Array.from({ length: 6 }, () => projectLearner({ db: database.db, overallOf }, stream)),
    );
    expect(await toldTo(classId)).toHaveLength(3);
  });

  it("moves its cursor and tells the class together, or not at all", async () => {
    const studentId = await makeLearner(database.db);
    const classId = await makeClassOf(database.db, [studentId]);
    const stream = streamName("learner", studentId);
    await log(studentId, graded(), graded());
    let calls = 0;
    const failsOnSecond: OverallOf = async () => {
      calls += 1;
      if (calls === 2) throw new Error("no estimate");
      return overall;
    };
    const run = projectLearner({ db: database.db, overallOf: failsOnSecond }, stream);
    await expect(run).rejects.toThrow("no estimate");
    expect(await toldTo(classId)).toEqual([]);
    await projectLearner({ db: database.db, overallOf }, stream);
    expect(await toldTo(classId)).toHaveLength(2);
  });

  it("follows commits, and one learner's trouble does not hold up the others", async () => {
    const troubled = await makeLearner(database.db, "Alan");
    const fine = await makeLearner(database.db, "Ada");
    const classId = await makeClassOf(database.db, [troubled, fine]);
    let healed = false;
    const overallUnlessTroubled: OverallOf = async (_db, studentId) => {
      if (studentId === troubled && !healed) throw new Error("no estimate");
      return overall;
    };
    const jobs = [
      classProjection({ db: database.db, overallOf: overallUnlessTroubled, logger: silentLogger }),
    ];
    const { pool } = database;
    const projection = lead({ pool, lock: 2, channel: eventLogChannel, logger: silentLogger, jobs });
    try {
      await log(troubled, graded());
      await log(fine, graded());
      await eventually(async () => (await toldTo(classId)).length === 1);
      expect(await studentsOf(classId)).toEqual([fine]);
      healed = true;
      await eventually(async () => (await toldTo(classId)).length === 2);
      expect(await selectUnprojected(database.db, [], 10)).toEqual([]);
    } finally {
      await projection.stop();
    }
  });

  async function studentsOf(classId: string): Promise<unknown[]> {
    return (await toldTo(classId)).map((event) => (event.data as { studentId: string }).studentId); // the projection wrote it just now
  }
});
