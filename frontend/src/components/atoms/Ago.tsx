"use client";

import { ago } from "../../lib/ago.ts";
import { useNow } from "../../lib/hooks/useNow.ts";

const tickMs = 1_000;

/** A moment as "12 s", growing older by itself. `at` is an ISO time. */
export function Ago({ at }: { at: string }) {
  const now = useNow(tickMs);
  return <time dateTime={at}>{now === undefined ? "" : ago(Date.parse(at), now)}</time>;
}
