import { z } from "zod";
import { EventType } from "./event-data.ts";
import { Id, Instant } from "./id.ts";
import { StreamName } from "./stream.ts";

/** The broker's one topic: order across event types costs nothing then. */
export const busTopic = "learner-events";

/**
 * What travels on the bus between rooms: CloudEvents 1.0, structured mode, JSON.
 * A logged event has a `subject` (its stream) and a `sequence` (its number there, from 1 without holes).
 * A notice has no sequence; with a subject it is for that stream's owner only, without one for everyone.
 * Data stays unparsed here: whoever reads it knows what to do with a shape it cannot read.
 */
export const CloudEvent = z.object({
  specversion: z.literal("1.0"),
  id: Id,
  source: z.string(),
  type: z.string(),
  time: Instant,
  datacontenttype: z.literal("application/json"),
  subject: StreamName.optional(),
  partitionkey: z.string().optional(),
  sequence: z.int().min(1).optional(),
  correlationid: z.string().max(128).optional(),
  traceparent: z.string().max(64).optional(),
  data: z.unknown(),
});
export type CloudEvent = z.infer<typeof CloudEvent>;

const typePattern = /^com\.mastery-engine\.([a-z]+\.[a-z]+)\.v(\d+)$/;

export function cloudEventType(type: EventType, version = 1): string {
  return `com.mastery-engine.${type}.v${version}`;
}

/** The event type and version inside a CloudEvent's `type`, or undefined for a type unknown here. */
export function readCloudEventType(type: string): { type: EventType; version: number } | undefined {
  const match = typePattern.exec(type);
  const known = EventType.safeParse(match?.[1]);
  return match && known.success ? { type: known.data, version: Number(match[2]) } : undefined;
}
