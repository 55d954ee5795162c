import { answerProblem } from "./answer-problem.ts";
import { callUpstream, type UpstreamCall } from "./upstream.ts";

const retryAfterSeconds = 2;
const passedOn = ["authorization", "cookie", "origin", "x-requested-with", "x-request-id", "traceparent"];

/**
 * Passes a call on to another room with the caller's own token, which that room verifies itself, and its answer back.
 */
export async function forward(request: Request, base: string, call: Omit<UpstreamCall, "headers">) {
  const headers: Record<string, string> = {};
  for (const name of passedOn) {
    const value = request.headers.get(name);
    if (value !== null) headers[name] = value;
  }
  if (call.body !== undefined) headers["content-type"] = "application/json";
  const answer = await callUpstream(base, { ...call, headers });
  if (answer.type === "unreachable") {
    const detail =
      answer.reason === "timeout"
        ? "The event service is slow to answer."
        : "The event service is not running.";
    const instance = new URL(request.url).pathname;
    return answerProblem({ code: "unavailable", detail, instance, retryAfterSeconds });
  }
  return new Response(answer.status === 204 ? null : answer.body, {
    status: answer.status,
    headers: {
      ...(answer.contentType && { "content-type": answer.contentType }),
      "cache-control": "no-store",
    },
  });
}
