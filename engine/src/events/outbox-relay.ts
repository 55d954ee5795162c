import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import type { Logger } from "@mastery/telemetry/logger";
import { counter } from "@mastery/telemetry/metrics";
import type { Database } from "../stores/database.ts";
import { markPublished, selectUnpublished, type LoggedEvent } from "../stores/event-log.ts";
import type { Job, Term } from "./lead.ts";
import { Marker } from "./marker.ts";
import { StreamBackoff } from "./stream-backoff.ts";
import { toCloudEvent } from "./to-cloud-event.ts";

/** Finds what a lost notification would have told. */
const sweepMs = 1_000;
const rowsPerReadMax = 500;
/** Streams published at the same time; within each, one event after the other. */
const streamsAtOnceMax = 32;
/** With so many streams refused, it is the bus that is ill: nothing more is read until one of them is due. */
const waitingStreamsMax = 200;
/** A bus that has not answered by then counts as having refused. */
const publishTimeoutMs = 10_000;

const published = counter("mastery_events_published_total", "Events that the bus has accepted");
const refused = counter("mastery_event_publish_failures_total", "Events that the bus did not accept");

/** What the relay needs of a bus. */
export interface Publisher {
  publish(event: CloudEvent): Promise<void>;
}

export interface RelayOptions {
  readonly db: Database;
  readonly bus: Publisher;
  readonly logger: Logger;
}

/**
 * Carries committed events from the log to the bus: in order within a stream, streams side by side. A row is marked
 * only after the bus accepted it, so a crash in between publishes it again and consumers drop what they have seen.
 */
export function outboxRelay(options: RelayOptions): Job {
  return (term) => relay(options, term);
}

async function relay({ db, bus, logger }: RelayOptions, term: Term): Promise<void> {
  const backoff = new StreamBackoff();
  const marker = new Marker((ids) => markPublished(db, ids));
  const busy = new Map<StreamName, Promise<void>>();
  /** Busy streams that a read left out: they may have more by now. */
  const passedOver = new Set<StreamName>();
  let queued: (readonly [StreamName, LoggedEvent[]])[] = [];

  while (!term.signal.aborted) {
    const waiting = backoff.waiting(Date.now());
    if (queued.length === 0 && waiting.length < waitingStreamsMax) {
      for (const stream of busy.keys()) passedOver.add(stream);
      const rows = await selectUnpublished(db, [...waiting, ...busy.keys()], rowsPerReadMax);
      if (rows.length === rowsPerReadMax) term.wakeUp.wake();
      queued = byStream(rows);
    }
    for (const [stream, events] of queued.splice(0, streamsAtOnceMax - busy.size)) {
      const done = relayStream(stream, events).finally(() => {
        busy.delete(stream);
        if (passedOver.delete(stream) || queued.length > 0) term.wakeUp.wake();
      });
      busy.set(stream, done);
    }
    await term.wakeUp.next(Math.min(sweepMs, backoff.pauseMs(Date.now()) ?? sweepMs));
  }
  await Promise.all(busy.values());

  async function relayStream(stream: StreamName, events: readonly LoggedEvent[]): Promise<void> {
    const accepted: string[] = [];
    try {
      for (const event of events) {
        if (term.signal.aborted) break;
        await withTimeout(bus.publish(toCloudEvent(event)));
        accepted.push(event.id);
      }
      backoff.succeeded(stream);
    } catch (error) {
      refused.inc();
      const pauseMs = backoff.failed(stream, Date.now());
      logger.warn({ err: error, stream, pauseMs }, "the bus did not accept an event; its stream waits");
    }
    if (accepted.length === 0) return;
    try {
      await marker.mark(accepted);
      published.inc(accepted.length);
    } catch (error) {
      backoff.failed(stream, Date.now());
      logger.warn({ err: error, stream }, "published events could not be marked and will be published again");
    }
  }
}

function byStream(events: readonly LoggedEvent[]): (readonly [StreamName, LoggedEvent[]])[] {
  return [...Map.groupBy(events, (event) => event.stream)];
}

async function withTimeout(publication: Promise<void>): Promise<void> {
  const { promise: timedOut, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error("the bus did not answer in time")), publishTimeoutMs);
  try {
    await Promise.race([publication, timedOut]);
  } finally {
    clearTimeout(timer);
  }
}
