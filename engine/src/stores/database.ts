import type { EventData, EventType } from "@mastery/contracts/event-data";
import type { Role } from "@mastery/contracts/permission";
import type { RecommendationKind } from "@mastery/contracts/recommendation";
import type { MasteryChange, TestResult, Verdict } from "@mastery/contracts/submission";
import { CamelCasePlugin, Kysely, PostgresDialect, type Generated, type JSONColumnType } from "kysely";
import type { Pool } from "pg";
import type { Attempt } from "../mastery/attempt.ts";

/** The tables as Kysely sees them: camelCase here, snake_case in SQL; the plugin converts once. */
export interface Tables {
  accounts: {
    id: string;
    email: string;
    passwordHash: string;
    role: Role;
    displayName: string;
    timeZone: Generated<string>;
    demo: Generated<boolean>;
    createdAt: Generated<Date>;
  };
  students: { id: string; accountId: string };
  classes: { id: string; name: string; course: string; inviteCode: string; createdAt: Generated<Date> };
  classTeachers: { classId: string; accountId: string };
  classMembers: { classId: string; studentId: string; joinedAt: Generated<Date> };
  enrolments: { studentId: string; course: string; enrolledAt: Generated<Date> };
  sessions: {
    id: string;
    accountId: string;
    createdAt: Generated<Date>;
    lastUsedAt: Generated<Date>;
    revokedAt: Date | null;
    revokedBecause: string | null;
  };
  refreshTokens: {
    hash: string;
    sessionId: string;
    previousHash: string | null;
    createdAt: Generated<Date>;
    firstUsedAt: Date | null;
  };
  signInFailures: { email: string; failedAt: Generated<Date> };
  flags: { name: string; value: string; changedAt: Generated<Date> };
  submissions: {
    id: string;
    studentId: string;
    course: string;
    exercise: string;
    code: string;
    correlationId: string | null;
    traceparent: string | null;
    started: Generated<boolean>;
    submittedAt: Generated<Date>;
  };
  grades: {
    submissionId: string;
    status: Verdict;
    tests: JSONColumnType<TestResult[]>;
    passed: number;
    total: number;
    stdout: string;
    durationMs: number;
    python: string;
    sandbox: string;
    mastery: JSONColumnType<MasteryChange[]>;
    gradedAt: Generated<Date>;
  };
  idempotencyKeys: {
    caller: string;
    key: string;
    requestHash: string;
    status: number;
    answer: JSONColumnType<object>;
    createdAt: Generated<Date>;
  };
  attempts: {
    /** bigint, which the driver gives as text. */
    ordinal: Generated<string>;
    studentId: string;
    course: string;
    exercise: string;
    submissionId: string | null;
    outcome: number;
    at: Date;
    /** `YYYY-MM-DD` in the learner's time zone. */
    day: string;
    difficulty: number;
    concepts: JSONColumnType<Attempt["concepts"]>;
    modelVersion: string;
    overall: number;
    simulated: Generated<boolean>;
  };
  learnerStates: { studentId: string; course: string; modelVersion: string; state: JSONColumnType<object> };
  exerciseDifficulties: { course: string; exercise: string; difficulty: number; attempts: Generated<number> };
  conceptEases: { course: string; concept: string; ease: number; attempts: Generated<number> };
  recommendations: {
    id: string;
    studentId: string;
    course: string;
    exercise: string;
    kind: RecommendationKind;
    reason: string;
    pSuccess: number;
    propensity: number;
    madeAt: Date;
    /** When the learner first saw it; their teacher may have looked before. */
    shownAt: Date | null;
    acceptedAt: Date | null;
    dismissedAt: Date | null;
  };
  streams: { name: string; last: Generated<string>; projected: Generated<string> };
  eventLog: {
    stream: string;
    sequence: string | number;
    id: string;
    type: EventType;
    data: JSONColumnType<EventData>;
    happenedAt: Date;
    correlationId: string | null;
    traceparent: string | null;
    loggedAt: Generated<Date>;
    publishedAt: Date | null;
  };
  subscriptions: {
    id: string;
    accountId: string;
    sessionId: string;
    stream: string;
    topics: string[];
    expiresAt: Date;
    createdAt: Generated<Date>;
  };
  deadLetters: {
    id: Generated<string>;
    eventId: string;
    stream: string | null;
    reason: string;
    attempts: Generated<number>;
    original: JSONColumnType<object>;
    recordedAt: Generated<Date>;
  };
}

export type Database = Kysely<Tables>;

/** A typed database over a pool that the caller opened and will close. */
export function createDatabase(pool: Pool): Database {
  return new Kysely<Tables>({
    dialect: new PostgresDialect({ pool }),
    // Nested objects are JSON documents whose keys are data, not column names.
    plugins: [new CamelCasePlugin({ maintainNestedObjectKeys: true })],
  });
}
