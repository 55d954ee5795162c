import { limits } from "@mastery/contracts/limits";
import type { Database } from "./database.ts";

const dayMs = 86_400_000;

export type KeyClaim =
  | { readonly type: "claimed" }
  | { readonly type: "answered"; readonly answer: unknown }
  | { readonly type: "other-request" };

/** Must run in the transaction of the effect: whoever comes second waits here until the first has committed. */
export async function claimIdempotencyKey(
  transaction: Database,
  { caller, key, requestHash, now }: { caller: string; key: string; requestHash: string; now: Date },
): Promise<KeyClaim> {
  await transaction
    .deleteFrom("idempotencyKeys")
    .where("caller", "=", caller)
    .where("key", "=", key)
    .where("createdAt", "<", oldest(now))
    .execute();
  const inserted = await transaction
    .insertInto("idempotencyKeys")
    .values({ caller, key, requestHash, status: 0, answer: "{}", createdAt: now })
    .onConflict((conflict) => conflict.columns(["caller", "key"]).doNothing())
    .executeTakeFirst();
  if (inserted.numInsertedOrUpdatedRows === 1n) return { type: "claimed" };
  const known = await transaction
    .selectFrom("idempotencyKeys")
    .select(["requestHash", "answer"])
    .where("caller", "=", caller)
    .where("key", "=", key)
    .executeTakeFirstOrThrow();
  if (known.requestHash !== requestHash) return { type: "other-request" };
  return { type: "answered", answer: "value" in known.answer ? known.answer.value : undefined };
}

export async function keepIdempotentAnswer(
  transaction: Database,
  { caller, key, status, answer }: { caller: string; key: string; status: number; answer: unknown },
): Promise<void> {
  await transaction
    .updateTable("idempotencyKeys")
    .set({ status, answer: JSON.stringify({ value: answer }) })
    .where("caller", "=", caller)
    .where("key", "=", key)
    .execute();
}

/** Forgets keys that clients may no longer rely on. */
export async function purgeIdempotencyKeys(db: Database, now: Date): Promise<void> {
  await db.deleteFrom("idempotencyKeys").where("createdAt", "<", oldest(now)).execute();
}

function oldest(now: Date): Date {
  return new Date(now.getTime() - limits.idempotencyKeyDays * dayMs);
}
