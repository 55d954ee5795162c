import type { EventHealth } from "@mastery/contracts/health";
import type { Pulse } from "./hub.ts";
import type { RealtimeLimits } from "./limits.ts";

/** How the event path does, as far as this hub can tell: by how late events came lately, and whether the log answers. */
export function eventHealth(pulse: Pulse, carrier: BusNames, now: number, limits: HealthLimits): EventHealth {
  const { lastEventAt, latencyMs, logAnswers } = pulse;
  // One late event, such as one published again after a crash, must not mark a quiet system for hours.
  const lately = lastEventAt !== undefined && now - lastEventAt <= limits.latencyMemoryMs;
  const late = lately && latencyMs > limits.healthyLatencyMs;
  return {
    status: logAnswers && !late ? "healthy" : "degraded",
    ...carrier,
    latencyMs,
    lastEventAt: lastEventAt === undefined ? null : new Date(lastEventAt).toISOString(),
  };
}

export type HealthLimits = Pick<RealtimeLimits, "healthyLatencyMs" | "latencyMemoryMs">;

/** What carries the events: both are `embedded` while no Dapr sidecar is used. */
export interface BusNames {
  readonly sidecar: string;
  readonly pubsub: string;
}

export const embeddedBusNames: BusNames = { sidecar: "embedded", pubsub: "embedded" };
