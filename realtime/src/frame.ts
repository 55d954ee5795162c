import type { LearnerEvent, StreamControl, StreamControlType } from "@mastery/contracts/learner-event";
import type { Topic } from "@mastery/contracts/topic";
import type { z } from "zod";

/** One event as it goes over the wire: written once, sent to every connection as it is. */
export interface Frame {
  readonly topic: Topic;
  readonly text: string;
}

/** The SSE text of an event. A logged event carries its number, so that a browser can resume behind it. */
export function eventFrame(event: LearnerEvent, sequence: number | undefined): Frame {
  const id = sequence === undefined ? "" : `id: ${sequence}\n`;
  return {
    topic: event.metadata.topic,
    text: `${id}event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`,
  };
}

/** What the stream says of itself. Without id: the browser keeps the last event's. */
export function controlText<T extends StreamControlType>(
  type: T,
  data: z.infer<(typeof StreamControl)[T]>,
): string {
  return `event: ${type}\ndata: ${JSON.stringify(data)}\n\n`;
}

/** The first bytes: response headers leave with them, and the browser learns how long to wait before it reconnects. */
export function greeting(reconnectMs: number): string {
  return `: connected\nretry: ${reconnectMs}\n\n`;
}

/** A comment without content: keeps proxies from closing a quiet stream. */
export const heartbeat = ": \n\n";
