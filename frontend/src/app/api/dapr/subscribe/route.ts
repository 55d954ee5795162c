import { limits } from "@mastery/contracts/limits";
import { parseJson } from "../../../../lib/parse-json.ts";
import { answerProblem } from "../../../../lib/server/answer-problem.ts";
import { readEnvironment } from "../../../../lib/server/environment.ts";
import { forward } from "../../../../lib/server/forward.ts";
import { refuseCaller } from "../../../../lib/server/verify-caller.ts";

const subscribeTimeoutMs = 5_000;
const instance = "/api/dapr/subscribe";

export async function POST(request: Request): Promise<Response> {
  const environment = readEnvironment();
  const refused = await refuseCaller(request, "event:subscribe", environment, Date.now());
  if (refused) return refused;
  const text = await request.text();
  if (text.length > limits.bodyBytesMax) {
    return answerProblem({ code: "too_large", detail: "A subscription is a few topics.", instance });
  }
  if (parseJson(text) === undefined)
    return answerProblem({ code: "malformed", detail: "The body is no JSON.", instance });
  // The realtime room parses what is asked for and names what is wrong with it.
  return forward(request, environment.realtimeUrl, {
    method: "POST",
    path: "/internal/subscriptions",
    body: text,
    timeoutMs: subscribeTimeoutMs,
  });
}
