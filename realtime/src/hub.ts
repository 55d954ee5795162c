import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import type { Bus, Delivery, Unsubscribe } from "@mastery/bus/bus";
import type { Logger } from "@mastery/telemetry/logger";
import { createAtMost } from "./at-most.ts";
import type { Clock, Timers } from "./clock.ts";
import { eventFrame } from "./frame.ts";
import { heal } from "./heal.ts";
import { join } from "./join.ts";
import type { RealtimeLimits } from "./limits.ts";
import type { Listener, Seat } from "./listener.ts";
import { metrics } from "./metrics.ts";
import { OpenStream } from "./open-stream.ts";
import type { DeadLetters, EventHistory } from "./ports.ts";
import { sweep } from "./sweep.ts";
import { transform } from "./transformers/transform.ts";
import { createUnreadable } from "./unreadable.ts";

export interface HubOptions {
  readonly bus: Bus;
  readonly history: EventHistory;
  readonly deadLetters: DeadLetters;
  readonly logger: Logger;
  readonly limits: RealtimeLimits;
  readonly clock: Clock;
  readonly timers: Timers;
}

export interface Hub {
  /**
   * Adds a listener to a stream: behind event `after`, or at the head when that is undefined. Resolves once it is
   * live or gone, to a function that takes it away; rejects when the log does not answer.
   */
  follow(stream: StreamName, listener: Listener, after: number | undefined): Following;
  /** When this hub last took an event, how late it was, and whether the log answered last time it was asked. */
  pulse(): Pulse;
  close(): Promise<void>;
}

export interface Following {
  readonly live: Promise<void>;
  leave(): void;
}

export interface Pulse {
  readonly lastEventAt: number | undefined;
  readonly latencyMs: number;
  readonly logAnswers: boolean;
}

/** Joins the bus first: whatever is committed after a stream's head was asked for reaches it by the bus, or is a gap. */
export async function createHub(options: HubOptions): Promise<Hub> {
  const { bus, history, logger, limits, clock, timers } = options;
  const streams = new Map<StreamName, OpenStream>();
  const unreadable = createUnreadable(options.deadLetters, logger, limits);
  const healAtMost = createAtMost(limits.healsMax);
  let pulse: Pulse = { lastEventAt: undefined, latencyMs: 0, logAnswers: true };

  /** Never waits and never asks the log: a gap is healed behind the handler's back. */
  async function take(event: CloudEvent): Promise<Delivery> {
    if (event.sequence === undefined) return notify(event);
    if (event.subject === undefined) return refuse(event, "numbered, but on no stream");
    felt(event);
    const stream = streams.get(event.subject);
    if (stream === undefined) return "SUCCESS";
    const taken = stream.offer(event, event.sequence);
    if (taken === "repeated") metrics.repeated.inc();
    if (taken === "gap") healSoon(stream);
    return "SUCCESS";
  }

  /** Notices are not logged: who is not there misses them. Those of one stream go to its owner only. */
  function notify(event: CloudEvent): Delivery {
    const transformed = transform(event);
    if (transformed.type === "unreadable") return refuse(event, transformed.reason);
    const frame = eventFrame(transformed.event, undefined);
    const toldOnly = event.subject === undefined ? undefined : streams.get(event.subject);
    const told = event.subject === undefined ? streams.values() : toldOnly ? [toldOnly] : [];
    for (const stream of told) stream.notify(frame);
    return "SUCCESS";
  }

  function refuse(event: CloudEvent, reason: string): Delivery {
    unreadable.report(event, reason);
    return "DROP";
  }

  function felt(event: CloudEvent): void {
    const now = clock();
    const latencyMs = Math.max(0, now - Date.parse(event.time));
    metrics.latency.observe(latencyMs / 1_000);
    pulse = { ...pulse, lastEventAt: now, latencyMs };
  }

  function healSoon(stream: OpenStream): void {
    if (stream.healing || !stream.isBehind()) return;
    stream.healing = true;
    healAtMost(() => heal(stream, history, limits))
      .finally(() => (stream.healing = false))
      // What was heard of since its last look.
      .then(() => healSoon(stream))
      .catch(logFailed);
  }

  /** Nothing is lost by it: the sweep tries again. */
  function logFailed(error: unknown): void {
    metrics.logFailures.inc();
    pulse = { ...pulse, logAnswers: false };
    logger.error({ err: error }, "the event log did not answer; it is asked again");
  }

  function follow(name: StreamName, listener: Listener, after: number | undefined): Following {
    const stream = streams.get(name) ?? new OpenStream(name, unreadable);
    streams.set(name, stream);
    const seat: Seat = { listener, position: 0, live: false, left: false };
    stream.seats.add(seat);
    const leave = () => {
      stream.leave(seat);
      if (stream.seats.size === 0 && streams.get(name) === stream) streams.delete(name);
    };
    const live = join(stream, seat, after, history, limits).then(() => healSoon(stream));
    return {
      live: live.catch((error: unknown) => {
        leave();
        throw error;
      }),
      leave,
    };
  }

  const sweeping = sweepEvery(async () => {
    await sweep(streams, history, limits.sweepStreamsMax, healSoon);
    pulse = { ...pulse, logAnswers: true };
    await unreadable.flush();
  });

  function sweepEvery(run: () => Promise<void>): () => void {
    let underWay = false;
    return timers.every(limits.sweepMs, () => {
      if (underWay) return;
      underWay = true;
      run()
        .catch(logFailed)
        .finally(() => (underWay = false));
    });
  }

  const unsubscribe: Unsubscribe = await bus.subscribe(take);
  async function close(): Promise<void> {
    sweeping();
    await unsubscribe();
  }

  return { follow, pulse: () => pulse, close };
}
