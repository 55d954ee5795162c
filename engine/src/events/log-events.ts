import { uuidv7 } from "uuidv7";
import type { EventData, EventType } from "@mastery/contracts/event-data";
import type { StreamName } from "@mastery/contracts/stream";
import type { Database } from "../stores/database.ts";
import { appendEvents } from "../stores/event-log.ts";

export type NewEvent = { [T in EventType]: { readonly type: T; readonly data: EventData<T> } }[EventType];

/** What all events of one transaction share. */
export interface EventContext {
  readonly happenedAt: Date;
  readonly correlationId: string | null;
  readonly traceparent: string | null;
}

/**
 * Appends events to one stream, inside the transaction that writes the facts they tell of. The stream's row stays
 * locked until the commit, so numbers are committed in their own order and without holes. Returns the last number.
 */
export function logEvents(
  trx: Database,
  stream: StreamName,
  events: readonly NewEvent[],
  context: EventContext,
): Promise<number> {
  return appendEvents(
    trx,
    stream,
    events.map((event) => ({ id: uuidv7(), ...event })),
    context,
  );
}
