"use client";

import { useNow } from "../../../lib/hooks/useNow.ts";

const tickMs = 100;

/** The seconds since a submission was handed in. Nothing spins: seconds count. */
export function RunClock({ since }: { since: string }) {
  const now = useNow(tickMs);
  const seconds = now === undefined ? 0 : Math.max(0, (now - Date.parse(since)) / 1000);
  return <p className="muted small num">{seconds.toFixed(1)} s</p>;
}
