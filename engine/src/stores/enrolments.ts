import type { Id } from "@mastery/contracts/id";
import type { Database } from "./database.ts";

/** Slugs; the newest enrolment first: it is the active course. */
export async function coursesOfStudent(db: Database, studentId: Id): Promise<string[]> {
  const rows = await db
    .selectFrom("enrolments")
    .select("course")
    .where("studentId", "=", studentId)
    .orderBy("enrolledAt", "desc")
    .orderBy("course")
    .execute();
  return rows.map((row) => row.course);
}

/** Enrolling twice changes nothing. */
export async function enrol(
  db: Database,
  { studentId, course, now }: { readonly studentId: Id; readonly course: string; readonly now: Date },
): Promise<void> {
  await db
    .insertInto("enrolments")
    .values({ studentId, course, enrolledAt: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}
