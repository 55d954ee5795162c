import { answerHealth } from "../../../../lib/server/answer-health.ts";
import { readEnvironment } from "../../../../lib/server/environment.ts";
import { measureEvents } from "../../../../lib/server/measure-events.ts";
import { refuseCaller } from "../../../../lib/server/verify-caller.ts";

export async function GET(request: Request): Promise<Response> {
  const environment = readEnvironment();
  const refused = await refuseCaller(request, "event:subscribe", environment, Date.now());
  if (refused) return refused;
  const { health, detail } = await measureEvents(environment.realtimeUrl);
  return answerHealth(health, "The event path", detail, "/api/dapr/health");
}
