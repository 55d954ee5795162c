import type { HealthStatus, HealthSummary, PartHealth } from "@mastery/contracts/health";
import type { z } from "zod";
import type { WebEnvironment } from "./environment.ts";
import { measureEvents } from "./measure-events.ts";
import { measurePart } from "./measure-part.ts";

type Summary = z.infer<typeof HealthSummary>;

/** Asks every part at once. Without the engine nothing works; without another part something does. */
export async function summariseHealth(environment: WebEnvironment): Promise<Summary> {
  const [gateway, engine, events, skills] = await Promise.all([
    measurePart(environment.gatewayStatusUrl, "/status/ready"),
    measurePart(environment.engineUrl, "/.well-known/jwks.json"),
    measureEvents(environment.realtimeUrl),
    measurePart(environment.skillsUrl, "/health"),
  ]);
  const parts: Record<string, PartHealth> = {
    pages: { status: "healthy", latencyMs: 0, detail: "Answering" },
    gateway: gateway.health,
    engine: engine.health,
    events: { status: events.health.status, latencyMs: events.health.latencyMs, detail: events.detail },
    skills: skills.health,
  };
  return { status: overall(parts, engine.health.status), parts };
}

function overall(parts: Record<string, PartHealth>, engine: HealthStatus): HealthStatus {
  if (engine === "down") return "down";
  return Object.values(parts).every(({ status }) => status === "healthy") ? "healthy" : "degraded";
}
