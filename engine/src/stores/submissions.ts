import { sql } from "kysely";
import type { SubmissionStatus } from "@mastery/contracts/submission";
import type { Database } from "./database.ts";
import { storableText } from "./storable-text.ts";

export interface NewSubmission {
  readonly id: string;
  readonly studentId: string;
  readonly course: string;
  readonly exercise: string;
  readonly code: string;
  readonly correlationId: string | null;
  readonly traceparent: string | null;
  /** Whole milliseconds, as everything that orders submissions later. */
  readonly submittedAt: Date;
}

export async function insertSubmissions(
  trx: Database,
  submissions: readonly (NewSubmission & { readonly started: boolean })[],
): Promise<void> {
  await trx
    .insertInto("submissions")
    .values(submissions.map((submission) => ({ ...submission, code: storableText(submission.code) })))
    .execute();
}

/** What the grader needs to know of a submission. */
export interface Gradable extends NewSubmission {
  readonly started: boolean;
  readonly graded: boolean;
  /** The learner's, IANA. */
  readonly timeZone: string;
}

export function selectGradable(db: Database, id: string): Promise<Gradable | undefined> {
  return db
    .selectFrom("submissions")
    .innerJoin("students", "students.id", "submissions.studentId")
    .innerJoin("accounts", "accounts.id", "students.accountId")
    .leftJoin("grades", "grades.submissionId", "submissions.id")
    .selectAll("submissions")
    .select("accounts.timeZone")
    .select(sql<boolean>`grades.submission_id IS NOT NULL`.as("graded"))
    .where("submissions.id", "=", id)
    .executeTakeFirst();
}

/** True the first time only. */
export async function markStarted(trx: Database, id: string): Promise<boolean> {
  const row = await trx
    .updateTable("submissions")
    .set({ started: true })
    .where("id", "=", id)
    .where("started", "=", false)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** A submission with its grade, if it has one. */
export type GradedSubmission = NonNullable<Awaited<ReturnType<typeof selectSubmission>>>;

export function selectSubmission(db: Database, id: string) {
  return withGrades(db)
    .select(["grades.stdout", "grades.durationMs", "grades.python", "grades.sandbox"])
    .select(["submissions.code", "grades.tests"])
    .where("submissions.id", "=", id)
    .executeTakeFirst();
}

export type SubmissionRow = Awaited<ReturnType<typeof selectSubmissions>>[number];

/** A learner's submissions, newest first, from just below `before` on. */
export function selectSubmissions(
  db: Database,
  of: {
    readonly studentId: string;
    readonly course: string;
    readonly exercise: string | undefined;
    readonly before: { readonly submittedAt: Date; readonly id: string } | undefined;
    readonly limit: number;
  },
) {
  const { exercise, before } = of;
  return withGrades(db)
    .select(["grades.passed", "grades.total"])
    .where("submissions.studentId", "=", of.studentId)
    .where("submissions.course", "=", of.course)
    .$if(exercise !== undefined, (query) => query.where("submissions.exercise", "=", exercise ?? ""))
    .$if(before !== undefined, (query) =>
      query.where(
        sql<boolean>`(submissions.submitted_at, submissions.id) < (${before?.submittedAt}, ${before?.id})`,
      ),
    )
    .orderBy("submissions.submittedAt", "desc")
    .orderBy("submissions.id", "desc")
    .limit(of.limit)
    .execute();
}

function withGrades(db: Database) {
  return db
    .selectFrom("submissions")
    .leftJoin("grades", "grades.submissionId", "submissions.id")
    .select(["submissions.id", "submissions.studentId", "submissions.course", "submissions.exercise"])
    .select(["submissions.started", "submissions.submittedAt"])
    .select(["grades.status as verdict", "grades.mastery", "grades.gradedAt"]);
}

export function statusOf(row: Pick<SubmissionRow, "verdict" | "started">): SubmissionStatus {
  return row.verdict ?? (row.started ? "running" : "queued");
}
