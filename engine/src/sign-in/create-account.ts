import type { Id } from "@mastery/contracts/id";
import type { Role } from "@mastery/contracts/permission";
import { uuidv7 } from "uuidv7";
import { insertAccount } from "../stores/accounts.ts";
import type { Database } from "../stores/database.ts";
import { insertStudent } from "../stores/students.ts";
import { hashPassword } from "./passwords.ts";

export interface NewAccount {
  readonly email: string;
  readonly password: string;
  readonly displayName: string;
  readonly role: Role;
  /** IANA name; UTC when nobody said. */
  readonly timeZone?: string | undefined;
  readonly demo?: boolean;
}

export type Created =
  | {
      readonly type: "created";
      readonly accountId: Id;
      /** Learners only. */ readonly studentId: Id | undefined;
    }
  | { readonly type: "email-taken" };

/** Makes an account, for a learner with the student that all learning hangs on. */
export async function createAccount(db: Database, account: NewAccount, now: Date): Promise<Created> {
  // Before the transaction: hashing takes long on purpose and must not hold a connection.
  const passwordHash = await hashPassword(account.password);
  const write = (transaction: Database) => insertPerson(transaction, { ...account, passwordHash }, now);
  return db.isTransaction ? write(db) : db.transaction().execute(write);
}

/** Account and student from a password already hashed. */
export async function insertPerson(
  transaction: Database,
  account: Omit<NewAccount, "password"> & { readonly passwordHash: string },
  now: Date,
): Promise<Created> {
  const accountId = uuidv7();
  const { email, displayName, role, passwordHash, timeZone = "UTC", demo = false } = account;
  const inserted = await insertAccount(transaction, {
    id: accountId,
    email: email.trim().toLowerCase(),
    passwordHash,
    role,
    displayName,
    timeZone,
    demo,
    createdAt: now,
  });
  if (!inserted) return { type: "email-taken" };
  if (role !== "student") return { type: "created", accountId, studentId: undefined };
  const studentId = uuidv7();
  await insertStudent(transaction, { id: studentId, accountId });
  return { type: "created", accountId, studentId };
}
