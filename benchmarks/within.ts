import { setTimeout as delay } from "node:timers/promises";

/** The promise's value, or an error that says what was waited for in vain. */
export async function within<T>(promise: Promise<T>, ms: number, missing: string): Promise<T> {
  const settled = new AbortController();
  const timeout = delay(ms, undefined, { signal: settled.signal }).then(() => {
    throw new Error(`${missing} within ${ms / 1_000} s`);
  });
  try {
    return await Promise.race([promise, timeout]);
  } finally {
    // The one that lost the race has nobody to tell.
    timeout.catch(() => undefined);
    settled.abort();
  }
}
