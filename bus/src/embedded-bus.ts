import type { CloudEvent } from "@mastery/contracts/cloud-event";
import { type Bus, BusError, type Handler } from "./bus.ts";
import {
  type EmbeddedBusLimits,
  type GiveUp,
  createHandlerQueue,
  type HandlerQueue,
} from "./handler-queue.ts";

/** Events a handler may be behind before publishing is refused: some seconds of a busy school. */
const queuedEventsMax = 20_000;
const attemptsMax = 8;
const retryFirstMs = 50;
const retryMostMs = 5_000;

export interface EmbeddedBusOptions {
  readonly limits?: Partial<EmbeddedBusLimits>;
  /** Told of each event that a handler dropped, or that failed `attemptsMax` times. */
  readonly onGiveUp?: GiveUp;
  /** Runs `run` after `ms`; returns how to call that off. */
  readonly after?: (ms: number, run: () => void) => () => void;
  /** A number in [0, 1), for the jitter of retries. */
  readonly random?: () => number;
}

/**
 * The bus inside one process. It holds events in memory only: whoever needs all of them compares what came with
 * the event log. When a handler is `queuedEventsMax` events behind, `publish` rejects with BusError `full` and no
 * handler gets the event; the outbox relay tries again. An event nobody subscribed for is accepted and forgotten.
 */
export function createEmbeddedBus(options: EmbeddedBusOptions = {}): Bus {
  const queues = new Set<HandlerQueue>();
  const limits = { queuedEventsMax, attemptsMax, retryFirstMs, retryMostMs, ...options.limits };
  const settings = {
    limits,
    onGiveUp: options.onGiveUp ?? (() => undefined),
    after: options.after ?? afterOnSystemClock,
    random: options.random ?? Math.random,
  };
  let closed = false;

  async function publish(event: CloudEvent): Promise<void> {
    if (closed) throw new BusError("closed");
    for (const queue of queues) if (queue.isFull()) throw new BusError("full");
    for (const queue of queues) queue.add(event);
  }

  async function subscribe(handler: Handler) {
    if (closed) throw new BusError("closed");
    const queue = createHandlerQueue(handler, settings);
    queues.add(queue);
    return async () => {
      queues.delete(queue);
      await queue.stop();
    };
  }

  /** What is still queued is let go: it stands in the log, and nobody is left to take it. */
  async function close(): Promise<void> {
    closed = true;
    await Promise.all([...queues].map((queue) => queue.stop()));
    queues.clear();
  }

  return { publish, subscribe, close };
}

function afterOnSystemClock(ms: number, run: () => void): () => void {
  const timer = setTimeout(run, ms);
  return () => clearTimeout(timer);
}
