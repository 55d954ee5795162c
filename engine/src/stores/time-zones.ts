import type { Database } from "./database.ts";

/** The learner's time zone, IANA; UTC for a learner who is gone. */
export async function selectTimeZone(db: Database, studentId: string): Promise<string> {
  const row = await db
    .selectFrom("students")
    .innerJoin("accounts", "accounts.id", "students.accountId")
    .select("accounts.timeZone")
    .where("students.id", "=", studentId)
    .executeTakeFirst();
  return row?.timeZone ?? "UTC";
}
