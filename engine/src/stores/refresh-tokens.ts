import type { Id } from "@mastery/contracts/id";
import type { RefreshFacts } from "../sign-in/decide-refresh.ts";
import type { Database } from "./database.ts";

interface NewToken {
  readonly hash: string;
  readonly sessionId: Id;
  /** The token it was given for; none for the first of a sign-in. */
  readonly previousHash: string | null;
  readonly now: Date;
}

export async function insertRefreshToken(db: Database, token: NewToken): Promise<void> {
  const { now, ...row } = token;
  await db
    .insertInto("refreshTokens")
    .values({ ...row, createdAt: now, firstUsedAt: null })
    .execute();
}

export async function selectSessionOfToken(db: Database, hash: string): Promise<Id | undefined> {
  const row = await db
    .selectFrom("refreshTokens")
    .select("sessionId")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row?.sessionId;
}

/** What deciding about a token needs; read under the session's lock. */
export async function selectRefreshFacts(transaction: Database, hash: string): Promise<RefreshFacts> {
  const own = await transaction
    .selectFrom("refreshTokens")
    .select(["previousHash", "firstUsedAt"])
    .where("hash", "=", hash)
    .executeTakeFirstOrThrow();
  return {
    used: own.firstUsedAt !== null,
    successorUsedAt: await firstUse(transaction, hash),
    rivalUsedAt:
      own.firstUsedAt === null && own.previousHash !== null
        ? await firstUse(transaction, own.previousHash)
        : undefined,
  };
}

/** When one of the tokens given for this one was first used. */
async function firstUse(transaction: Database, previousHash: string): Promise<Date | undefined> {
  const row = await transaction
    .selectFrom("refreshTokens")
    .select((column) => column.fn.min("firstUsedAt").as("at"))
    .where("previousHash", "=", previousHash)
    .executeTakeFirst();
  return row?.at ?? undefined;
}

/** The first use stays. */
export async function markRefreshTokenUsed(transaction: Database, hash: string, now: Date): Promise<void> {
  await transaction
    .updateTable("refreshTokens")
    .set({ firstUsedAt: now })
    .where("hash", "=", hash)
    .where("firstUsedAt", "is", null)
    .execute();
}
