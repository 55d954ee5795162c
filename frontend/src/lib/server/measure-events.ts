import { EventHealth } from "@mastery/contracts/health";
import { parseJson } from "../parse-json.ts";
import { measurePart } from "./measure-part.ts";

/** The event path's health, as the realtime room reports it, with our own latency to it. */
export async function measureEvents(realtimeUrl: string): Promise<{ health: EventHealth; detail: string }> {
  const { health, answer } = await measurePart(realtimeUrl, "/internal/health");
  const reported =
    answer.type === "answered" ? EventHealth.safeParse(parseJson(answer.body)).data : undefined;
  if (reported) {
    const worst =
      health.status === "degraded" && reported.status === "healthy" ? "degraded" : reported.status;
    return {
      health: { ...reported, status: worst, latencyMs: health.latencyMs },
      detail: `Bus ${reported.pubsub}, sidecar ${reported.sidecar}`,
    };
  }
  return {
    health: {
      status: "down",
      sidecar: "unknown",
      pubsub: "unknown",
      latencyMs: health.latencyMs,
      lastEventAt: null,
    },
    detail: health.status === "down" ? health.detail : "It answers something unreadable",
  };
}
