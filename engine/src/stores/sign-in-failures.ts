import { limits } from "@mastery/contracts/limits";
import { sql } from "kysely";
import type { Database } from "./database.ts";

const minuteMs = 60_000;
const windowMs = limits.signInWindowMinutes * minuteMs;

export type Attempt =
  { readonly type: "allowed" } | { readonly type: "limited"; readonly retryAfterSeconds: number };

/**
 * Counts a sign-in as failed before the password is looked at, one at a time for each address, so that many guesses at
 * once are not more guesses. A success takes the count back with `forgetFailures`.
 */
export function beginAttempt(db: Database, email: string, now: Date): Promise<Attempt> {
  return db.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(hashtextextended(${email}, 0))`.execute(transaction);
    const recent = await transaction
      .selectFrom("signInFailures")
      .select("failedAt")
      .where("email", "=", email)
      .where("failedAt", ">", new Date(now.getTime() - windowMs))
      .orderBy("failedAt", "desc")
      .limit(limits.signInFailuresPerAccount)
      .execute();
    const oldest = recent[limits.signInFailuresPerAccount - 1];
    if (oldest) {
      const waitMs = oldest.failedAt.getTime() + windowMs - now.getTime();
      return { type: "limited", retryAfterSeconds: Math.max(1, Math.ceil(waitMs / 1000)) };
    }
    await transaction.insertInto("signInFailures").values({ email, failedAt: now }).execute();
    return { type: "allowed" };
  });
}

export async function forgetFailures(db: Database, email: string): Promise<void> {
  await db.deleteFrom("signInFailures").where("email", "=", email).execute();
}

export async function purgeFailures(db: Database, now: Date): Promise<void> {
  await db
    .deleteFrom("signInFailures")
    .where("failedAt", "<=", new Date(now.getTime() - windowMs))
    .execute();
}
