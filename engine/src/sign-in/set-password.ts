import { selectCredentials, updatePasswordHash } from "../stores/accounts.ts";
import type { Database } from "../stores/database.ts";
import { revokeSessionsOf } from "../stores/sessions.ts";
import { forgetFailures } from "../stores/sign-in-failures.ts";
import { hashPassword } from "./passwords.ts";

/** Changes a password, ends every sign-in made with the old one and lifts the limit on tries. */
export async function setPassword(
  db: Database,
  { email, password }: { readonly email: string; readonly password: string },
  now: Date,
): Promise<{ readonly type: "changed" } | { readonly type: "unknown-email" }> {
  const address = email.trim().toLowerCase();
  const passwordHash = await hashPassword(password);
  return db.transaction().execute(async (transaction) => {
    const account = await selectCredentials(transaction, address);
    if (!account) return { type: "unknown-email" } as const;
    await updatePasswordHash(transaction, account.id, passwordHash);
    await revokeSessionsOf(transaction, account.id, "password-changed", now);
    await forgetFailures(transaction, address);
    return { type: "changed" } as const;
  });
}
