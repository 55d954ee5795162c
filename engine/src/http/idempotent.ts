import { createHash } from "node:crypto";
import type { Database } from "../stores/database.ts";
import { claimIdempotencyKey, keepIdempotentAnswer } from "../stores/idempotency-keys.ts";
import { EngineError } from "./engine-error.ts";
import type { RawCall } from "./parse-call.ts";

const keyPattern = /^[\x21-\x7e]{1,128}$/;

interface Attempt {
  readonly caller: string;
  readonly key: string | undefined;
  /** What makes two calls the same: the address and what was sent. */
  readonly call: { readonly path: string } & RawCall;
  readonly status: number;
  readonly now: Date;
}

/**
 * Runs the effect in one transaction with the row that remembers its answer, so either both happened or neither.
 * A second call with the same key waits for the first one's transaction and then gets its answer.
 */
export function idempotently(
  db: Database,
  { caller, key, call, status, now }: Attempt,
  effect: (transaction: Database) => Promise<unknown>,
): Promise<unknown> {
  if (key !== undefined && !keyPattern.test(key)) {
    throw new EngineError("invalid", "Some values are not valid; see errors.", {
      errors: [{ path: "header.Idempotency-Key", message: "must be 1 to 128 visible characters" }],
    });
  }
  return db.transaction().execute(async (transaction) => {
    if (key === undefined) return effect(transaction);
    const requestHash = createHash("sha256").update(JSON.stringify(call)).digest("base64url");
    const claim = await claimIdempotencyKey(transaction, { caller, key, requestHash, now });
    switch (claim.type) {
      case "answered":
        return claim.answer;
      case "other-request":
        throw new EngineError("idempotency_conflict", "This key was used with a different request before.");
      case "claimed": {
        const answer = await effect(transaction);
        await keepIdempotentAnswer(transaction, { caller, key, status, answer });
        return answer;
      }
    }
  });
}
