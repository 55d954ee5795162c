import { answerHealth } from "../../../../lib/server/answer-health.ts";
import { readEnvironment } from "../../../../lib/server/environment.ts";
import { measurePart } from "../../../../lib/server/measure-part.ts";
import { refuseCaller } from "../../../../lib/server/verify-caller.ts";

export async function GET(request: Request): Promise<Response> {
  const environment = readEnvironment();
  const refused = await refuseCaller(request, "event:subscribe", environment, Date.now());
  if (refused) return refused;
  const { health } = await measurePart(environment.skillsUrl, "/health");
  return answerHealth(health, "The skills server", health.detail, "/api/health/mcp");
}
