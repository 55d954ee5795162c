import type { Database } from "./database.ts";

/** A learner's place in one class. */
export interface ClassSeat {
  readonly classId: string;
  readonly course: string;
  readonly studentId: string;
  readonly displayName: string;
}

export function selectClassSeats(db: Database, studentId: string): Promise<ClassSeat[]> {
  return db
    .selectFrom("classMembers")
    .innerJoin("classes", "classes.id", "classMembers.classId")
    .innerJoin("students", "students.id", "classMembers.studentId")
    .innerJoin("accounts", "accounts.id", "students.accountId")
    .where("classMembers.studentId", "=", studentId)
    .orderBy("classes.id")
    .select(["classes.id as classId", "classes.course", "students.id as studentId", "accounts.displayName"])
    .execute();
}
