import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import type { Database } from "../stores/database.ts";
import { readEvents, readOldestSequence } from "../stores/event-log.ts";
import { readStreamHead, readStreamHeads } from "../stores/streams.ts";
import { toCloudEvent } from "./to-cloud-event.ts";

/** The committed event log, as the event streams read it. Fits the port of the same name in `realtime`. */
export interface EventHistory {
  head(stream: StreamName): Promise<number>;
  heads(streams: readonly StreamName[]): Promise<ReadonlyMap<StreamName, number>>;
  read(stream: StreamName, after: number, limit: number): Promise<readonly CloudEvent[]>;
  oldestAvailable(stream: StreamName): Promise<number>;
}

export function createEventHistory(db: Database): EventHistory {
  return {
    head: (stream) => readStreamHead(db, stream),
    heads: (streams) => readStreamHeads(db, streams),
    read: async (stream, after, limit) => (await readEvents(db, stream, after, limit)).map(toCloudEvent),
    oldestAvailable: async (stream) =>
      (await readOldestSequence(db, stream)) ?? (await readStreamHead(db, stream)) + 1,
  };
}
