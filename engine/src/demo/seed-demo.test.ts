import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Submission } from "@mastery/contracts/submission";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { submissionView } from "../http/submissions/submission-view.ts";
import { createSnapshotReader } from "../learning/read-snapshot.ts";
import { replayLearner } from "../learning/replay.ts";
import { selectLearnerState } from "../stores/learner-states.ts";
import { selectSubmission } from "../stores/submissions.ts";
import { seedDemo } from "./seed-demo.ts";

const now = new Date("2026-11-23T12:00:00Z");
const courses = new Map([[practiceCourse.slug, practiceCourse]]);

describe("seedDemo", () => {
  let database: TestDatabase;
  const seed = () =>
    seedDemo({
      db: database.db,
      course: practiceCourse,
      passwordHash: "h",
      inviteCode: "DEMO-1",
      now,
      seed: 1,
    });
  beforeAll(async () => {
    database = await createTestDatabase();
    await seed();
  });
  afterAll(() => database.drop());

  const students = () =>
    database.db
      .selectFrom("students")
      .innerJoin("accounts", "accounts.id", "students.accountId")
      .select(["students.id", "accounts.email", "accounts.demo"])
      .orderBy("accounts.email")
      .execute();

  it("makes thirty learners beside the demo student, all marked as demo", async () => {
    const people = await students();
    expect(people).toHaveLength(31);
    expect(people.every(({ demo }) => demo)).toBe(true);
    expect(people.map(({ email }) => email)).toContain("student@demo.example");
  });

  it("leaves a database with accounts alone", async () => {
    expect(await seed()).toBe("not-empty");
    expect(await students()).toHaveLength(31);
  });

  it("keeps attempts whose replay gives every learner's state", async () => {
    for (const { id } of await students()) {
      const state = await selectLearnerState(database.db, id, "practice");
      const replayed = await replayLearner(database.db, id, "practice");
      expect({ ...replayed, sitting: state.sitting }).toEqual(state);
    }
  });

  it("keeps submissions that the contract can show, with verdicts that fit their tests", async () => {
    const rows = await database.db.selectFrom("submissions").select("id").execute();
    expect(rows.length).toBeGreaterThan(100);
    for (const { id } of rows.slice(0, 200)) {
      const row = await selectSubmission(database.db, id);
      const view = Submission.parse(row && submissionView(row, courses));
      expect(view.sandbox).toBe("simulated");
      expect(view.status === "passed").toBe(view.tests.every((test) => test.status === "passed"));
      expect(Date.parse(view.submittedAt)).toBeLessThan(now.getTime());
    }
  });

  it("gives the demo student something to show, as of event 0", async () => {
    const student = (await students()).find(({ email }) => email === "student@demo.example");
    const snapshot = await createSnapshotReader(database.db)(student?.id ?? "", practiceCourse, now);
    expect(snapshot.asOfEvent).toBe(0);
    expect(snapshot.overall.evidence).not.toBe("none");
  });
});
