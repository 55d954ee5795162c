import { streamName } from "@mastery/contracts/stream";
import { sql } from "kysely";
import { uuidv7 } from "uuidv7";
import type { Course } from "../course/course.ts";
import { currentModel } from "../mastery/model-version.ts";
import { insertPerson, type NewAccount } from "../sign-in/create-account.ts";
import { insertAttempts } from "../stores/attempts.ts";
import { addClassMember, addClassTeacher, insertClass } from "../stores/classes.ts";
import type { Database } from "../stores/database.ts";
import { enrol } from "../stores/enrolments.ts";
import { insertGrades } from "../stores/grades.ts";
import { upsertLearnerState } from "../stores/learner-states.ts";
import { insertSharedValues } from "../stores/shared-values.ts";
import { lockStream } from "../stores/streams.ts";
import { insertSubmissions } from "../stores/submissions.ts";
import { demoClassmates, demoStudent, demoTeacher } from "./demo-people.ts";
import { simulateClass, type ClassHistory, type SimulatedLearner } from "./simulate-class.ts";

/** Keeps one statement well under PostgreSQL's 65,535 parameters. */
const rowsPerStatement = 500;
const dayMs = 86_400_000;
/** Anything else that seeds a database would take the same lock. */
const seedLock = 4_700_009;

export interface SeedOptions {
  readonly db: Database;
  readonly course: Course;
  /** Of the one password that all demo accounts share. */
  readonly passwordHash: string;
  readonly inviteCode: string;
  readonly now: Date;
  readonly seed: number;
}

/**
 * Fills an empty database with the demo class: a teacher, the demo student and thirty further learners, all marked as
 * demo, with simulated histories that went through the model. A database with any account in it is left alone.
 */
export async function seedDemo(options: SeedOptions): Promise<"seeded" | "not-empty"> {
  return options.db.transaction().execute(async (trx) => {
    await sql`SELECT pg_advisory_xact_lock(${seedLock})`.execute(trx);
    const anybody = await trx.selectFrom("accounts").select("id").limit(1).executeTakeFirst();
    if (anybody) return "not-empty";
    const learners = await seedPeople(trx, options);
    await keepHistory(trx, options.course.slug, simulateClass(options.course, learners, options));
    return "seeded";
  });
}

async function seedPeople(trx: Database, options: SeedOptions): Promise<SimulatedLearner[]> {
  const { course, inviteCode, now } = options;
  const classId = uuidv7();
  await insertClass(trx, {
    id: classId,
    name: "Demo class",
    course: course.slug,
    inviteCode,
    createdAt: new Date(now.getTime() - demoStudent.days * dayMs),
  });
  await lockStream(trx, streamName("class", classId));
  const teacher = await seedPerson(trx, options, { ...demoTeacher, role: "teacher" }, now);
  await addClassTeacher(trx, classId, teacher.accountId);
  const learners: SimulatedLearner[] = [];
  for (const learner of [demoStudent, ...demoClassmates]) {
    const { email, displayName, days } = learner;
    const joinedAt = new Date(now.getTime() - days * dayMs);
    const { studentId } = await seedPerson(trx, options, { email, displayName, role: "student" }, joinedAt);
    if (studentId === undefined) throw new Error("A learner's account came without a student");
    await addClassMember(trx, { classId, studentId, now: joinedAt });
    await enrol(trx, { studentId, course: course.slug, now: joinedAt });
    await lockStream(trx, streamName("learner", studentId));
    learners.push({ studentId, learner });
  }
  return learners;
}

async function seedPerson(
  trx: Database,
  { passwordHash }: SeedOptions,
  person: Pick<NewAccount, "email" | "displayName" | "role">,
  createdAt: Date,
) {
  const created = await insertPerson(trx, { ...person, passwordHash, demo: true }, createdAt);
  if (created.type !== "created") throw new Error(`The demo account ${person.email} exists already`);
  return created;
}

async function keepHistory(trx: Database, course: string, history: ClassHistory): Promise<void> {
  for (const work of chunks(history.work)) {
    await insertSubmissions(
      trx,
      work.map(({ submissionId, studentId, exercise, code, at }) => ({
        id: submissionId,
        studentId,
        course,
        exercise,
        code,
        correlationId: null,
        traceparent: null,
        started: true,
        submittedAt: at,
      })),
    );
    await insertGrades(
      trx,
      work.map(({ submissionId, passed, tests, mastery, at }) => ({
        submissionId,
        status: passed ? "passed" : "failed",
        tests,
        stdout: "",
        durationMs: tests.reduce((sum, test) => sum + test.durationMs, 0),
        python: "",
        // Says where it comes from wherever a grade is shown.
        sandbox: "simulated",
        mastery,
        gradedAt: at,
      })),
    );
  }
  for (const attempts of chunks(history.attempts)) await insertAttempts(trx, attempts);
  for (const [studentId, state] of history.states) {
    await upsertLearnerState(trx, { studentId, course, modelVersion: currentModel.version, state });
  }
  await insertSharedValues(trx, course, history);
}

function* chunks<T>(rows: readonly T[]): Generator<readonly T[]> {
  for (let start = 0; start < rows.length; start += rowsPerStatement) {
    yield rows.slice(start, start + rowsPerStatement);
  }
}
