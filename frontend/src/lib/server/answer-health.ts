import type { HealthStatus } from "@mastery/contracts/health";
import { answerProblem } from "./answer-problem.ts";

const retryAfterSeconds = 5;

/** 200 with the facts while a part works at all, else 503. */
export function answerHealth(
  health: { status: HealthStatus },
  part: string,
  detail: string,
  instance: string,
): Response {
  if (health.status === "down") {
    return answerProblem({
      code: "unavailable",
      detail: `${part} is down: ${detail}.`,
      instance,
      retryAfterSeconds,
    });
  }
  return Response.json(health, { headers: { "cache-control": "no-store" } });
}
