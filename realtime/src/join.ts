import type { Seat } from "./listener.ts";
import type { OpenStream } from "./open-stream.ts";
import type { EventHistory } from "./ports.ts";
import { replay, type ReplayLimits } from "./replay.ts";

/**
 * Brings a seat, which is among the stream's already, to the stream's present: behind event `after`, or at the head.
 * The stream is registered before the log is asked for the head, so nothing can fall between the two.
 */
export async function join(
  stream: OpenStream,
  seat: Seat,
  after: number | undefined,
  history: EventHistory,
  limits: ReplayLimits,
): Promise<void> {
  if (stream.position === undefined) {
    const head = await history.head(stream.name);
    // Two may have asked at once; the first answer stands, and the bus has counted on from it.
    if (stream.position === undefined) stream.startAt(head);
  }
  if (after === undefined) {
    if (seat.left) return;
    seat.position = stream.newest;
    seat.live = true;
    return seat.listener.ready(stream.newest);
  }

  // Another replica, or a snapshot, may be ahead of this hub: only the log knows which ids are from the future.
  if (after > stream.newest) stream.heardOf(await history.head(stream.name));
  const oldest = after < stream.newest ? await history.oldestAvailable(stream.name) : after + 1;
  if (seat.left) return;

  seat.listener.ready(stream.newest);
  seat.position = after;
  if (after > stream.newest) stream.reset(seat, "unknown-id");
  else if (after + 1 < oldest) stream.reset(seat, "too-old");
  await replay(stream, seat, history, limits);
}
