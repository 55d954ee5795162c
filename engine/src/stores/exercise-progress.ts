import type { ExerciseStatus } from "@mastery/contracts/exercise";
import type { Id } from "@mastery/contracts/id";
import { sql } from "kysely";
import type { Database } from "./database.ts";

/** How far a learner got with each exercise that they have begun; the others are new. */
export async function selectExerciseProgress(
  db: Database,
  studentId: Id,
  course: string,
): Promise<ReadonlyMap<string, ExerciseStatus>> {
  const { rows } = await sql<{ exercise: string; passed: boolean }>`
    SELECT exercise, bool_or(passed) AS passed
    FROM (
      SELECT s.exercise, coalesce(g.status = 'passed', false) AS passed
      FROM submissions s LEFT JOIN grades g ON g.submission_id = s.id
      WHERE s.student_id = ${studentId} AND s.course = ${course}
      UNION ALL
      SELECT exercise, outcome = 1 FROM attempts WHERE student_id = ${studentId} AND course = ${course}
    ) AS begun
    GROUP BY exercise`.execute(db);
  return new Map(rows.map((row) => [row.exercise, row.passed ? "passed" : "tried"]));
}

export function selectLastSubmission(
  db: Database,
  where: { readonly studentId: Id; readonly course: string; readonly exercise: string },
): Promise<{ id: Id; code: string; submittedAt: Date } | undefined> {
  return db
    .selectFrom("submissions")
    .select(["id", "code", "submittedAt"])
    .where("studentId", "=", where.studentId)
    .where("course", "=", where.course)
    .where("exercise", "=", where.exercise)
    .orderBy("submittedAt", "desc")
    .orderBy("id", "desc")
    .limit(1)
    .executeTakeFirst();
}
