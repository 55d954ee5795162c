import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { Logger } from "@mastery/telemetry/logger";
import type { RealtimeLimits } from "./limits.ts";
import { metrics } from "./metrics.ts";
import type { DeadLetters } from "./ports.ts";

/** Sees to it that an event nobody can read is counted and recorded once, also when the table is away just now. */
export interface Unreadable {
  report(event: CloudEvent, reason: string): void;
  /** Tries again what could not be recorded. */
  flush(): Promise<void>;
}

export function createUnreadable(
  deadLetters: DeadLetters,
  logger: Logger,
  limits: Pick<RealtimeLimits, "deadLettersPendingMax">,
): Unreadable {
  const recorded = new Set<string>();
  const pending = new Map<string, { event: CloudEvent; reason: string }>();
  let flushing = false;

  function report(event: CloudEvent, reason: string): void {
    // Every replay meets the event again.
    if (recorded.has(event.id) || pending.has(event.id)) return;
    metrics.unreadable.inc();
    logger.warn(
      { eventId: event.id, eventType: event.type, stream: event.subject, reason },
      "unreadable event",
    );
    if (pending.size >= limits.deadLettersPendingMax) return;
    pending.set(event.id, { event, reason });
    void flush();
  }

  async function flush(): Promise<void> {
    if (flushing) return;
    flushing = true;
    try {
      // What is reported meanwhile joins the end of the map, and so this loop.
      for (const [id, letter] of pending) {
        await deadLetters.record(letter);
        pending.delete(id);
        remember(id);
      }
    } catch (error) {
      logger.error({ err: error }, "an unreadable event could not be recorded; it is tried again");
    } finally {
      flushing = false;
    }
  }

  function remember(id: string): void {
    recorded.add(id);
    const [oldest] = recorded;
    if (recorded.size > limits.deadLettersPendingMax && oldest !== undefined) recorded.delete(oldest);
  }

  return { report, flush };
}
