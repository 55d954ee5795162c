import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { makeLearner } from "../../test-support/learner.ts";
import { practiceCourse } from "../../test-support/practice-course.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { createScriptedSandbox } from "../../test-support/scripted-sandbox.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { gradeSubmission } from "../grader/grade-submission.ts";
import { emptyLearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { observe } from "../mastery/observe.ts";
import { seededRandom } from "../mastery/seeded-random.ts";
import { seedDifficulty, updateShared } from "../mastery/shared-values.ts";
import { selectAttempts } from "../stores/attempts.ts";
import { selectLearnerState } from "../stores/learner-states.ts";
import { selectSharedValues } from "../stores/shared-values.ts";
import { replayLearner } from "./replay.ts";
import { submit } from "./submit.ts";

const answers: Record<string, string> = { double: "4\n-6", square: "9\n0", total: "3\n0" };
const stepMs = 11 * 60_000;

describe("replaying kept attempts", () => {
  let database: TestDatabase;
  const learners: string[] = [];
  /** Three learners hand in at the same time, again and again, and are graded side by side. */
  beforeAll(async () => {
    database = await createTestDatabase();
    const { db } = database;
    for (const name of ["Ada", "Grace", "Alan"]) learners.push(await makeLearner(db, name));
    const random = seededRandom(7);
    for (let round = 0; round < 12; round += 1) {
      const now = new Date(Date.UTC(2026, 10, 1, 9) + round * stepMs);
      const deps = {
        db,
        sandbox: createScriptedSandbox(),
        courses: new Map([[practiceCourse.slug, practiceCourse]]),
        bus: createRecordingBus(),
        logger: silentLogger,
        clock: () => now,
      };
      const gradings = learners.map(async (studentId) => {
        const slug = ["double", "square", "total"][Math.floor(random.uniform() * 3)] ?? "double";
        const code = random.uniform() < 0.6 ? (answers[slug] ?? "") : "wrong";
        const handIn = { studentId, course: "practice", exercise: { slug, title: slug }, code, now };
        const submissionId = await db
          .transaction()
          .execute((trx) => submit(trx, { ...handIn, correlationId: null, traceparent: null }));
        await gradeSubmission(deps, { submissionId, attempt: 1 });
      });
      await Promise.all(gradings);
    }
  });
  afterAll(() => database.drop());

  it("gives a learner's live state exactly", async () => {
    for (const studentId of learners) {
      const live = await selectLearnerState(database.db, studentId, "practice");
      expect(live.learner.attempts).toBeGreaterThan(0);
      const replayed = await replayLearner(database.db, studentId, "practice");
      expect({ ...replayed, sitting: live.sitting }).toEqual(live);
    }
  });

  it("of everyone, in the order they were kept, gives the shared values too", async () => {
    const states = new Map(learners.map((id) => [id, emptyLearnerState()]));
    const difficulty = new Map(
      practiceCourse.exercises.map((exercise) => [
        exercise.slug,
        { value: seedDifficulty(exercise.difficulty), count: 0 },
      ]),
    );
    const ease = new Map(practiceCourse.concepts.map(({ id }) => [id, { value: 0, count: 0 }]));
    const order = await database.db.selectFrom("attempts").select("studentId").orderBy("ordinal").execute();
    const own = new Map<string, Awaited<ReturnType<typeof selectAttempts>>>();
    for (const id of learners) own.set(id, await selectAttempts(database.db, id, "practice"));
    for (const { studentId } of order) {
      const attempt = own.get(studentId)?.shift();
      const before = states.get(studentId);
      if (!attempt || !before) throw new Error("an attempt is missing");
      expect(attempt.difficulty).toBe(difficulty.get(attempt.exercise)?.value);
      const moved = updateShared(before, attempt, {
        exercise: difficulty.get(attempt.exercise)?.count ?? 0,
        concept: (concept) => ease.get(concept)?.count ?? 0,
      });
      difficulty.set(attempt.exercise, moved.difficulty);
      for (const part of moved.ease) ease.set(part.concept, part.ease);
      states.set(studentId, observe(currentModel, before, attempt));
    }
    const live = await selectSharedValues(database.db, "practice");
    for (const [exercise, value] of live.difficulty) expect(difficulty.get(exercise)).toEqual(value);
    for (const [concept, value] of live.ease) expect(ease.get(concept)).toEqual(value);
    expect(live.difficulty.size).toBe(3);
  });
});
