import type { CloudEvent } from "@mastery/contracts/cloud-event";
import { backoffMs } from "./backoff.ts";
import { type Delivery, type Handler, partitionOf } from "./bus.ts";

/** The events that wait for one handler: a line for each partition, so that one that fails holds up only itself. */
export interface HandlerQueue {
  isFull(): boolean;
  add(event: CloudEvent): void;
  /** Calls the handler no more; resolves once no call is running. */
  stop(): Promise<void>;
}

export interface EmbeddedBusLimits {
  readonly queuedEventsMax: number;
  readonly attemptsMax: number;
  readonly retryFirstMs: number;
  readonly retryMostMs: number;
}

export type GiveUp = (event: CloudEvent, why: { reason: "dropped" | "exhausted"; attempts: number }) => void;

export interface HandlerQueueSettings {
  readonly limits: EmbeddedBusLimits;
  readonly onGiveUp: GiveUp;
  readonly after: (ms: number, run: () => void) => () => void;
  readonly random: () => number;
}

export function createHandlerQueue(handler: Handler, settings: HandlerQueueSettings): HandlerQueue {
  const { limits, onGiveUp } = settings;
  const lines = new Map<string, CloudEvent[]>();
  const running = new Set<Promise<void>>();
  const callOffs = new Set<() => void>();
  let queued = 0;
  let stopped = false;

  function add(event: CloudEvent): void {
    queued++;
    const partition = partitionOf(event);
    const line = lines.get(partition);
    if (line) {
      line.push(event);
      return;
    }
    const fresh = [event];
    lines.set(partition, fresh);
    const work = serve(partition, fresh).finally(() => running.delete(work));
    running.add(work);
  }

  /** Works a line off from the front, and forgets it when it is empty. */
  async function serve(partition: string, line: CloudEvent[]): Promise<void> {
    // `add` must return before the first handler runs: publishing only queues.
    await Promise.resolve();
    for (let next = 0; next < line.length; next++) {
      if (stopped) break;
      const event = line[next];
      if (event) await deliver(event);
      queued--;
      if (next >= compactAfterEvents) next -= line.splice(0, next).length;
    }
    lines.delete(partition);
  }

  async function deliver(event: CloudEvent): Promise<void> {
    for (let attempts = 1; ; attempts++) {
      if (stopped) return;
      const delivery = await attempt(handler, event);
      if (delivery === "SUCCESS") return;
      if (delivery === "DROP") return onGiveUp(event, { reason: "dropped", attempts });
      if (attempts >= limits.attemptsMax) return onGiveUp(event, { reason: "exhausted", attempts });
      const span = { firstMs: limits.retryFirstMs, mostMs: limits.retryMostMs };
      await pause(backoffMs(attempts, span, settings.random()));
    }
  }

  function pause(ms: number): Promise<void> {
    if (stopped) return Promise.resolve();
    return new Promise((resolve) => {
      const wake = () => {
        callOffs.delete(giveUpWaiting);
        resolve();
      };
      const callOff = settings.after(ms, wake);
      const giveUpWaiting = () => {
        callOff();
        wake();
      };
      callOffs.add(giveUpWaiting);
    });
  }

  async function stop(): Promise<void> {
    stopped = true;
    for (const callOff of callOffs) callOff();
    await Promise.all(running);
  }

  return { isFull: () => queued >= limits.queuedEventsMax, add, stop };
}

/** Events served before a long line's front is cut off, so that a partition that never empties keeps no past. */
const compactAfterEvents = 256;

async function attempt(handler: Handler, event: CloudEvent): Promise<Delivery> {
  try {
    return await handler(event);
  } catch {
    // A handler that breaks may do better next time; exhausted retries are reported with the event.
    return "RETRY";
  }
}
