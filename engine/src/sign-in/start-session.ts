import type { Id } from "@mastery/contracts/id";
import { uuidv7 } from "uuidv7";
import type { Database } from "../stores/database.ts";
import { insertRefreshToken } from "../stores/refresh-tokens.ts";
import { insertSession } from "../stores/sessions.ts";
import { sessionEnd } from "./lifetimes.ts";
import { newRefreshToken, refreshTokenHash } from "./refresh-token.ts";

/** A sign-in that may go on, with the token that continues it. */
export interface LiveSession {
  readonly sessionId: Id;
  readonly accountId: Id;
  readonly refreshToken: string;
  /** When the refresh token stops working unless it is used before. */
  readonly endsAt: Date;
}

export function startSession(db: Database, accountId: Id, now: Date): Promise<LiveSession> {
  const sessionId = uuidv7();
  const refreshToken = newRefreshToken();
  const endsAt = sessionEnd({ createdAt: now, lastUsedAt: now });
  const write = async (transaction: Database): Promise<LiveSession> => {
    await insertSession(transaction, { id: sessionId, accountId, now });
    await insertRefreshToken(transaction, {
      hash: refreshTokenHash(refreshToken),
      sessionId,
      previousHash: null,
      now,
    });
    return { sessionId, accountId, refreshToken, endsAt };
  };
  return db.isTransaction ? write(db) : db.transaction().execute(write);
}
