import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import type { Database } from "../stores/database.ts";
import { selectEvents, selectOldestSequence } from "../stores/event-log.ts";
import { selectStreamHead, selectStreamHeads } from "../stores/streams.ts";
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
    head: (stream) => selectStreamHead(db, stream),
    heads: (streams) => selectStreamHeads(db, streams),
    read: async (stream, after, limit) => (await selectEvents(db, stream, after, limit)).map(toCloudEvent),
    oldestAvailable: async (stream) =>
      (await selectOldestSequence(db, stream)) ?? (await selectStreamHead(db, stream)) + 1,
  };
}
