import { z } from "zod";
import { Instant } from "./id.ts";

export const HealthStatus = z.enum(["healthy", "degraded", "down"]);
export type HealthStatus = z.infer<typeof HealthStatus>;

/** The event path: `sidecar` is `embedded` while no Dapr sidecar is used. */
export const EventHealth = z.object({
  status: HealthStatus,
  sidecar: z.string(),
  pubsub: z.string(),
  latencyMs: z.number().min(0),
  lastEventAt: Instant.nullable(),
});
export type EventHealth = z.infer<typeof EventHealth>;

export const PartHealth = z.object({
  status: HealthStatus,
  latencyMs: z.number().min(0),
  detail: z.string(),
});
export type PartHealth = z.infer<typeof PartHealth>;

export const HealthSummary = z.object({ status: HealthStatus, parts: z.record(z.string(), PartHealth) });
export type HealthSummary = z.infer<typeof HealthSummary>;
