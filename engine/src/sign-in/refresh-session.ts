import type { Database } from "../stores/database.ts";
import {
  insertRefreshToken,
  markRefreshTokenUsed,
  selectRefreshFacts,
  selectSessionOfToken,
} from "../stores/refresh-tokens.ts";
import { lockSession, revokeSession, touchSession } from "../stores/sessions.ts";
import { decideRefresh } from "./decide-refresh.ts";
import { sessionEnd } from "./lifetimes.ts";
import { newRefreshToken, refreshTokenHash } from "./refresh-token.ts";
import type { LiveSession } from "./start-session.ts";

export type Refreshed =
  ({ readonly type: "rotated" } & LiveSession) | { readonly type: "raced" } | { readonly type: "refused" };

/** Exchanges a refresh token. Exchanges within one sign-in happen one after the other, under the session's lock. */
export function refreshSession(db: Database, token: string, now: Date): Promise<Refreshed> {
  const hash = refreshTokenHash(token);
  return db.transaction().execute(async (transaction): Promise<Refreshed> => {
    const sessionId = await selectSessionOfToken(transaction, hash);
    const session = sessionId && (await lockSession(transaction, sessionId));
    if (!session || session.revokedAt || sessionEnd(session) <= now) return { type: "refused" };
    switch (decideRefresh(await selectRefreshFacts(transaction, hash), now)) {
      case "raced":
        return { type: "raced" };
      case "reused":
        await revokeSession(transaction, session.id, "reused-token", now);
        return { type: "refused" };
      case "rotate": {
        const refreshToken = newRefreshToken();
        await markRefreshTokenUsed(transaction, hash, now);
        await insertRefreshToken(transaction, {
          hash: refreshTokenHash(refreshToken),
          sessionId: session.id,
          previousHash: hash,
          now,
        });
        await touchSession(transaction, session.id, now);
        const endsAt = sessionEnd({ createdAt: session.createdAt, lastUsedAt: now });
        return { type: "rotated", sessionId: session.id, accountId: session.accountId, refreshToken, endsAt };
      }
    }
  });
}
