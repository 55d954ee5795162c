import type { VerifyToken } from "@mastery/access/verify-token";
import type { EventHealth } from "@mastery/contracts/health";
import { Id } from "@mastery/contracts/id";
import type { IncomingMessage, ServerResponse } from "node:http";
import { identify } from "./identify.ts";
import { readJson } from "./read-json.ts";
import { answerRefusal, refuse, type Refusal } from "./refusal.ts";
import { streamRequest, type StreamRequestOptions } from "./stream-request.ts";

export interface RouteOptions extends StreamRequestOptions {
  readonly verifyToken: VerifyToken;
  readonly health: () => EventHealth;
}

const subscriptionsPath = "/internal/subscriptions";

/** Answers one request. `/internal` is for the web role; the gateway has no route there, and it is verified anyway. */
export async function route(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = URL.parse(request.url ?? "/", "http://realtime");
  if (!url) return answerRefusal(response, "/", refuse("malformed", "This is no address."));
  const refused = await answer(options, request, response, url).catch((error: unknown) => {
    // Whatever throws here is a part that did not answer; the caller may come again.
    options.logger.error({ err: error, path: url.pathname }, "a request failed");
    return refuse("unavailable", "Events are not available right now. Please try again.");
  });
  if (refused && !response.headersSent) answerRefusal(response, url.pathname, refused);
}

async function answer(
  options: RouteOptions,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Refusal | undefined> {
  const path = url.pathname;
  const asked = `${request.method} ${path}`;
  if (asked === "GET /internal/health") return answerJson(response, 200, options.health());
  const isStream = asked === "GET /api/events/stream";
  const isSubscribe = asked === `POST ${subscriptionsPath}`;
  const isUnsubscribe = request.method === "DELETE" && path.startsWith(`${subscriptionsPath}/`);
  if (!isStream && !isSubscribe && !isUnsubscribe) return refuse("not_found", "There is nothing here.");

  const identified = await identify(request, options.verifyToken);
  if (identified.type === "refused") return identified;
  const { claims } = identified;
  const { subscriptions, connections, limits } = options;

  if (isStream) {
    const streaming = await streamRequest(options, claims, request, response, url);
    return streaming.type === "refused" ? streaming : undefined;
  }
  if (isSubscribe) {
    const body = await readJson(request, limits.bodyBytesMax);
    if (body.type === "refused") return body;
    const subscribed = await subscriptions.subscribe(claims, body.value);
    if (subscribed.type === "refused") return subscribed;
    return answerJson(response, 201, subscribed.subscription);
  }
  const id = Id.safeParse(path.slice(subscriptionsPath.length + 1));
  if (!id.success) return refuse("not_found", "There is no such subscription.");
  const unsubscribed = await subscriptions.unsubscribe(claims, id.data);
  if (unsubscribed.type === "refused") return unsubscribed;
  connections.closeSubscription(id.data);
  response.writeHead(204).end();
  return undefined;
}

function answerJson(response: ServerResponse, status: number, body: object): undefined {
  response.writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" });
  response.end(JSON.stringify(body));
}
