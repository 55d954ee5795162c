import type { Id } from "@mastery/contracts/id";
import type { Database } from "./database.ts";

export async function studentExists(db: Database, studentId: Id): Promise<boolean> {
  const row = await db.selectFrom("students").select("id").where("id", "=", studentId).executeTakeFirst();
  return row !== undefined;
}

export async function insertStudent(
  db: Database,
  student: { readonly id: Id; readonly accountId: Id },
): Promise<void> {
  await db.insertInto("students").values(student).execute();
}
