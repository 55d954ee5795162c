import { Id } from "@mastery/contracts/id";
import { answerProblem } from "../../../../../lib/server/answer-problem.ts";
import { readEnvironment } from "../../../../../lib/server/environment.ts";
import { forward } from "../../../../../lib/server/forward.ts";
import { refuseCaller } from "../../../../../lib/server/verify-caller.ts";

const unsubscribeTimeoutMs = 5_000;

interface Context {
  params: Promise<{ subscriptionId: string }>;
}

export async function DELETE(request: Request, { params }: Context): Promise<Response> {
  const environment = readEnvironment();
  const refused = await refuseCaller(request, "event:subscribe", environment, Date.now());
  if (refused) return refused;
  const id = Id.safeParse((await params).subscriptionId);
  if (!id.success) {
    const instance = "/api/dapr/subscribe";
    return answerProblem({ code: "not_found", detail: "There is no such subscription.", instance });
  }
  return forward(request, environment.realtimeUrl, {
    method: "DELETE",
    path: `/internal/subscriptions/${id.data}`,
    timeoutMs: unsubscribeTimeoutMs,
  });
}
