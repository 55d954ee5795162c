import type { CloudEvent } from "@mastery/contracts/cloud-event";

/**
 * What a handler made of an event: `SUCCESS`, taken; `RETRY`, a passing fault, deliver it again later;
 * `DROP`, it can never succeed.
 */
export type Delivery = "SUCCESS" | "RETRY" | "DROP";

export type Handler = (event: CloudEvent) => Promise<Delivery>;

/** Resolves once the handler is idle and will not be called again. */
export type Unsubscribe = () => Promise<void>;

/**
 * Carries events between rooms. Every subscribed handler sees every event at least once, in order within a
 * partition (see `partitionOf`) as long as nothing fails; a handler must tolerate repeats and gaps.
 */
export interface Bus {
  /** Resolves once the bus has accepted the event; rejects when it has not, and then nobody will see it. */
  publish(event: CloudEvent): Promise<void>;
  /** Resolves once events published from now on reach the handler. A handler that throws means RETRY. */
  subscribe(handler: Handler): Promise<Unsubscribe>;
  close(): Promise<void>;
}

/** Events to everyone have no stream; they share one partition, so that they too keep their order. */
const everyone = "everyone";

/** Order is kept among the events of one partition. */
export function partitionOf(event: CloudEvent): string {
  return event.partitionkey ?? event.subject ?? everyone;
}

/** The bus did not accept an event; publishing it again later is safe. */
export class BusError extends Error {
  readonly code: "full" | "closed";

  constructor(code: "full" | "closed") {
    super(code === "full" ? "The bus is full: its handlers do not keep up" : "The bus is closed");
    this.name = "BusError";
    this.code = code;
  }
}
