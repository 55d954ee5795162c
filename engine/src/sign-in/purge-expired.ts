import type { Database } from "../stores/database.ts";
import { purgeIdempotencyKeys } from "../stores/idempotency-keys.ts";
import { purgeSessions } from "../stores/sessions.ts";
import { purgeFailures } from "../stores/sign-in-failures.ts";
import { sessionAbsoluteMs, sessionIdleMs } from "./lifetimes.ts";

/** Removes what no request can use any more; meant to run every few hours. */
export async function purgeExpired(db: Database, now: Date): Promise<void> {
  await purgeSessions(db, {
    lastUsedBefore: new Date(now.getTime() - sessionIdleMs),
    createdBefore: new Date(now.getTime() - sessionAbsoluteMs),
  });
  await purgeFailures(db, now);
  await purgeIdempotencyKeys(db, now);
}
