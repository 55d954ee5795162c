import { readEnvironment } from "../../../lib/server/environment.ts";
import { summariseHealth } from "../../../lib/server/summarise-health.ts";

/** Answers 200 as long as pages are served and the engine answers, 503 when nobody could work. */
export async function GET(): Promise<Response> {
  const summary = await summariseHealth(readEnvironment());
  return Response.json(summary, {
    status: summary.status === "down" ? 503 : 200,
    headers: { "cache-control": "no-store" },
  });
}
