import type { Bus } from "@mastery/bus/bus";
import { cloudEventType, type CloudEvent } from "@mastery/contracts/cloud-event";
import type { EventData, EventType } from "@mastery/contracts/event-data";
import type { Logger } from "@mastery/telemetry/logger";
import { randomUUID } from "node:crypto";

/** Tells every open browser something; a notice has no number, and who misses it loses nothing. */
export async function announce<T extends EventType>(
  bus: Bus,
  logger: Logger,
  type: T,
  data: EventData<T>,
): Promise<void> {
  const notice: CloudEvent = {
    specversion: "1.0",
    id: randomUUID(),
    source: "/server",
    type: cloudEventType(type),
    time: new Date().toISOString(),
    datacontenttype: "application/json",
    data,
  };
  try {
    await bus.publish(notice);
  } catch (error) {
    logger.warn({ err: error, type }, "a notice could not be published");
  }
}
