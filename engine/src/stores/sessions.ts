import type { Id } from "@mastery/contracts/id";
import type { Selectable } from "kysely";
import type { Database, Tables } from "./database.ts";

/** One sign-in: a family of refresh tokens that lives and dies together. */
export type Session = Selectable<Tables["sessions"]>;

export type RevokedBecause = "signed-out" | "reused-token" | "password-changed";

export async function insertSession(
  db: Database,
  { id, accountId, now }: { readonly id: Id; readonly accountId: Id; readonly now: Date },
): Promise<void> {
  await db
    .insertInto("sessions")
    .values({ id, accountId, createdAt: now, lastUsedAt: now, revokedAt: null, revokedBecause: null })
    .execute();
}

/** Locks the session until the transaction ends: refreshes of one sign-in happen one after the other. */
export function lockSession(transaction: Database, id: Id): Promise<Session | undefined> {
  return transaction.selectFrom("sessions").selectAll().where("id", "=", id).forUpdate().executeTakeFirst();
}

/** Whether access tokens of this sign-in still count. */
export async function isSessionLive(db: Database, id: Id): Promise<boolean> {
  const row = await db
    .selectFrom("sessions")
    .select("id")
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .executeTakeFirst();
  return row !== undefined;
}

export async function touchSession(db: Database, id: Id, now: Date): Promise<void> {
  await db.updateTable("sessions").set({ lastUsedAt: now }).where("id", "=", id).execute();
}

/** The first reason stays. */
export async function revokeSession(db: Database, id: Id, because: RevokedBecause, now: Date): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ revokedAt: now, revokedBecause: because })
    .where("id", "=", id)
    .where("revokedAt", "is", null)
    .execute();
}

export async function revokeSessionsOf(
  db: Database,
  accountId: Id,
  because: RevokedBecause,
  now: Date,
): Promise<void> {
  await db
    .updateTable("sessions")
    .set({ revokedAt: now, revokedBecause: because })
    .where("accountId", "=", accountId)
    .where("revokedAt", "is", null)
    .execute();
}

/** Removes sign-ins that nobody can continue, with their tokens. */
export async function purgeSessions(
  db: Database,
  { lastUsedBefore, createdBefore }: { readonly lastUsedBefore: Date; readonly createdBefore: Date },
): Promise<void> {
  await db
    .deleteFrom("sessions")
    .where((where) =>
      where.or([where("lastUsedAt", "<", lastUsedBefore), where("createdAt", "<", createdBefore)]),
    )
    .execute();
}
