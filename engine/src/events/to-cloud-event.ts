import { cloudEventType, type CloudEvent } from "@mastery/contracts/cloud-event";
import type { LoggedEvent } from "../stores/event-log.ts";

const source = "engine";

/** The same row always gives the same message: a repeated publication can be recognised by its id. */
export function toCloudEvent(event: LoggedEvent): CloudEvent {
  return {
    specversion: "1.0",
    id: event.id,
    source,
    type: cloudEventType(event.type),
    time: event.happenedAt.toISOString(),
    datacontenttype: "application/json",
    subject: event.stream,
    partitionkey: event.stream,
    sequence: event.sequence,
    ...(event.correlationId === null ? {} : { correlationid: event.correlationId }),
    ...(event.traceparent === null ? {} : { traceparent: event.traceparent }),
    data: event.data,
  };
}
