import type { StreamName } from "@mastery/contracts/stream";
import type { OpenStream } from "./open-stream.ts";
import type { EventHistory } from "./ports.ts";

/**
 * Compares every open stream with the log, so that a silent bus delays events but cannot lose them. Throws when the
 * log does not answer; the next sweep begins anew. It asks even when no stream is open, so that health can tell.
 */
export async function sweep(
  streams: ReadonlyMap<StreamName, OpenStream>,
  history: EventHistory,
  streamsMax: number,
  behind: (stream: OpenStream) => void,
): Promise<void> {
  const open = [...streams.values()];
  for (let start = 0; start === 0 || start < open.length; start += streamsMax) {
    const batch = open.slice(start, start + streamsMax);
    const before = batch.map((stream) => stream.position);
    const heads = await history.heads(batch.map((stream) => stream.name));
    batch.forEach((stream, index) => compare(stream, heads.get(stream.name) ?? 0, before[index]));
    for (const stream of batch) if (stream.isBehind()) behind(stream);
  }
}

function compare(stream: OpenStream, head: number, before: number | undefined): void {
  if (before === undefined) return;
  // A log that ends before what it has already given out was restored from a backup: its numbers start again there.
  if (head < before) stream.jumpTo(head, "unknown-id");
  else stream.heardOf(head);
}
