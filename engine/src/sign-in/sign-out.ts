import type { Id } from "@mastery/contracts/id";
import type { Database } from "../stores/database.ts";
import { selectSessionOfToken } from "../stores/refresh-tokens.ts";
import { revokeSession } from "../stores/sessions.ts";
import { refreshTokenHash } from "./refresh-token.ts";

/** Ends the sign-in that a token of either kind belongs to; unknown ones end nothing. */
export async function signOut(
  db: Database,
  {
    refreshToken,
    sessionId,
  }: { readonly refreshToken: string | undefined; readonly sessionId: Id | undefined },
  now: Date,
): Promise<void> {
  const byToken =
    refreshToken === undefined ? undefined : await selectSessionOfToken(db, refreshTokenHash(refreshToken));
  for (const id of new Set([byToken, sessionId])) {
    if (id !== undefined) await revokeSession(db, id, "signed-out", now);
  }
}
