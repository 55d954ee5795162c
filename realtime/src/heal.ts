import type { RealtimeLimits } from "./limits.ts";
import { metrics } from "./metrics.ts";
import type { OpenStream } from "./open-stream.ts";
import type { EventHistory } from "./ports.ts";

/** Reads from the log what a stream missed, until it has everything it heard of. Throws when the log does. */
export async function heal(stream: OpenStream, history: EventHistory, limits: HealLimits): Promise<void> {
  metrics.gaps.inc();
  while (stream.isBehind()) {
    await healPage(stream, history, limits.pageEventsMax);
    if (stream.isBehind()) await waitForReaders(stream, limits.healStallMs);
  }
}

export type HealLimits = Pick<RealtimeLimits, "pageEventsMax" | "healStallMs">;

/** After a long gap pages come faster than a line carries them: that alone makes nobody slow, not reading does. */
async function waitForReaders(stream: OpenStream, patienceMs: number): Promise<void> {
  const live = [...stream.seats].filter((seat) => seat.live);
  await Promise.all(
    live.map(async (seat) => {
      const room = await seat.listener.room(patienceMs);
      if (room === "stalled" && !seat.left) stream.reset(seat, "slow-reader");
    }),
  );
}

async function healPage(stream: OpenStream, history: EventHistory, pageEventsMax: number): Promise<void> {
  const after = stream.position ?? 0;
  const page = await history.read(stream.name, after, pageEventsMax);
  const first = page[0]?.sequence;
  if (first === undefined) return believeLog(stream, history, after);
  if (first > after + 1) {
    const oldest = await history.oldestAvailable(stream.name);
    if (after + 1 < oldest) return believeLog(stream, history, after);
  }
  // The bus may have moved the stream on while the log was read; what came that way is passed by.
  for (const event of page) if (event.sequence !== undefined) stream.passOver(event, event.sequence);
}

/**
 * The log does not hold what comes next. Either it was purged, then everybody starts again at the head; or there
 * never was such an event and somebody on the bus named a wrong number.
 */
async function believeLog(stream: OpenStream, history: EventHistory, after: number): Promise<void> {
  const head = await history.head(stream.name);
  if (stream.position !== after) return;
  if (head > after) stream.jumpTo(head, "too-old");
  else stream.jumpTo(after, "unknown-id");
}
