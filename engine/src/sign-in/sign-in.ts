import { lockPasswordHash, selectCredentials } from "../stores/accounts.ts";
import type { Database } from "../stores/database.ts";
import { beginAttempt, forgetFailures } from "../stores/sign-in-failures.ts";
import { isPassword } from "./passwords.ts";
import { startSession, type LiveSession } from "./start-session.ts";

export type SignedIn =
  | ({ readonly type: "signed-in" } & LiveSession)
  | { readonly type: "wrong-credentials" }
  | { readonly type: "limited"; readonly retryAfterSeconds: number };

/** Addresses without an account are treated, counted and limited like those with one. */
export async function signIn(
  db: Database,
  { email, password }: { readonly email: string; readonly password: string },
  now: Date,
): Promise<SignedIn> {
  const attempt = await beginAttempt(db, email, now);
  if (attempt.type === "limited") return attempt;
  const account = await selectCredentials(db, email);
  const fits = await isPassword(account?.passwordHash, password);
  if (!account || !fits) return { type: "wrong-credentials" };
  await forgetFailures(db, email);
  return db.transaction().execute(async (transaction): Promise<SignedIn> => {
    // While the hash was being computed the password may have been changed, and its sign-ins ended.
    const hash = await lockPasswordHash(transaction, account.id);
    if (hash !== account.passwordHash) return { type: "wrong-credentials" };
    return { type: "signed-in", ...(await startSession(transaction, account.id, now)) };
  });
}
