import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { RealtimeLimits } from "./limits.ts";
import type { Seat } from "./listener.ts";
import type { OpenStream } from "./open-stream.ts";
import type { EventHistory } from "./ports.ts";

export type ReplayLimits = Pick<RealtimeLimits, "pageEventsMax" | "replayStallMs">;

/**
 * Gives a seat what it missed and then sets it live. Between the last look at the stream's position and `live = true`
 * nothing else can run, so no event falls between replay and live, and none comes twice. Throws when the log does.
 */
export async function replay(
  stream: OpenStream,
  seat: Seat,
  history: EventHistory,
  limits: ReplayLimits,
): Promise<void> {
  while (!seat.left && seat.position < (stream.position ?? 0)) {
    const page = await history.read(stream.name, seat.position, limits.pageEventsMax);
    if (seat.left) return;
    const first = page[0]?.sequence;
    if (first === undefined) stream.reset(seat, "too-old");
    else if (first > seat.position + 1 && (await isPurged(stream, seat, history)))
      stream.reset(seat, "too-old");
    else await givePage(stream, seat, page, limits.replayStallMs);
  }
  if (!seat.left) seat.live = true;
}

/** As fast as the reader takes it: a long replay is no reason to call somebody slow. */
async function givePage(
  stream: OpenStream,
  seat: Seat,
  page: readonly CloudEvent[],
  patienceMs: number,
): Promise<void> {
  for (const event of page) {
    const room = await seat.listener.room(patienceMs);
    if (seat.left || room === "gone") return stream.leave(seat);
    if (room === "stalled") return stream.reset(seat, "slow-reader");
    if (event.sequence !== undefined)
      stream.give(seat, stream.frameOf(event, event.sequence)(), event.sequence);
  }
}

async function isPurged(stream: OpenStream, seat: Seat, history: EventHistory): Promise<boolean> {
  return seat.position + 1 < (await history.oldestAvailable(stream.name));
}
