import type { EventHealth } from "@mastery/contracts/health";
import type { Pulse } from "./hub.ts";

/** How the event path does, as far as this hub can tell: by how late events came, and whether the log answers. */
export function eventHealth(
  pulse: Pulse,
  carrier: BusNames,
  healthyLatencyMs: number,
  closing: boolean,
): EventHealth {
  const { lastEventAt, latencyMs, logAnswers } = pulse;
  const well = logAnswers && latencyMs <= healthyLatencyMs;
  return {
    status: closing ? "down" : well ? "healthy" : "degraded",
    ...carrier,
    latencyMs,
    lastEventAt: lastEventAt === undefined ? null : new Date(lastEventAt).toISOString(),
  };
}

/** What carries the events: both are `embedded` while no Dapr sidecar is used. */
export interface BusNames {
  readonly sidecar: string;
  readonly pubsub: string;
}

export const embeddedBusNames: BusNames = { sidecar: "embedded", pubsub: "embedded" };
