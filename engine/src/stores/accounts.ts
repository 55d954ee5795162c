import type { Id } from "@mastery/contracts/id";
import type { Role } from "@mastery/contracts/permission";
import type { Insertable } from "kysely";
import type { Database, Tables } from "./database.ts";
import { coursesOfStudent } from "./enrolments.ts";
import { coursesTaughtBy } from "./classes.ts";

/** An account as the rest of the engine knows it; the password's hash stays here. */
export interface Person {
  readonly id: Id;
  /** Learners only. */
  readonly studentId: Id | undefined;
  readonly role: Role;
  readonly displayName: string;
  readonly timeZone: string;
  readonly demo: boolean;
  /** Enrolled in or taught; the active one first. */
  readonly courses: readonly string[];
}

export async function selectPerson(db: Database, accountId: Id): Promise<Person | undefined> {
  const row = await db
    .selectFrom("accounts")
    .leftJoin("students", "students.accountId", "accounts.id")
    .select(["accounts.id", "accounts.role", "accounts.displayName", "accounts.timeZone", "accounts.demo"])
    .select("students.id as studentId")
    .where("accounts.id", "=", accountId)
    .executeTakeFirst();
  if (!row) return undefined;
  const studentId = row.studentId ?? undefined;
  const courses = studentId ? await coursesOfStudent(db, studentId) : await coursesTaughtBy(db, accountId);
  return { ...row, studentId, courses };
}

/** False when the e-mail address already has an account. */
export async function insertAccount(db: Database, account: Insertable<Tables["accounts"]>): Promise<boolean> {
  const inserted = await db
    .insertInto("accounts")
    .values(account)
    .onConflict((conflict) => conflict.column("email").doNothing())
    .executeTakeFirst();
  return inserted.numInsertedOrUpdatedRows === 1n;
}

export function selectCredentials(
  db: Database,
  email: string,
): Promise<{ id: Id; passwordHash: string } | undefined> {
  return db
    .selectFrom("accounts")
    .select(["id", "passwordHash"])
    .where("email", "=", email)
    .executeTakeFirst();
}

/** Reads the hash so that it cannot change before the transaction ends. */
export async function lockPasswordHash(transaction: Database, accountId: Id): Promise<string | undefined> {
  const row = await transaction
    .selectFrom("accounts")
    .select("passwordHash")
    .where("id", "=", accountId)
    .forShare()
    .executeTakeFirst();
  return row?.passwordHash;
}

export async function updatePasswordHash(db: Database, accountId: Id, passwordHash: string): Promise<void> {
  await db.updateTable("accounts").set({ passwordHash }).where("id", "=", accountId).execute();
}
