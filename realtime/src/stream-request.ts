import { StreamQuery } from "@mastery/contracts/subscription";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AccessClaims } from "@mastery/contracts/session";
import type { Logger } from "@mastery/telemetry/logger";
import type { Clock } from "./clock.ts";
import { Connection } from "./connection.ts";
import type { Hub } from "./hub.ts";
import type { RealtimeLimits } from "./limits.ts";
import type { OpenConnections } from "./open-connections.ts";
import { refuse, type Refusal } from "./refusal.ts";
import type { Subscriptions } from "./subscriptions.ts";
import type { Flushable } from "./write-batch.ts";

export interface StreamRequestOptions {
  readonly hub: Hub;
  readonly subscriptions: Subscriptions;
  readonly connections: OpenConnections;
  readonly logger: Logger;
  readonly limits: RealtimeLimits;
  readonly clock: Clock;
  readonly flushLater: (flushable: Flushable) => void;
}

type Streaming = { readonly type: "streaming" } | Refusal;

/** Answers `GET /api/events/stream`: the response stays open, and belongs to its connection from then on. */
export async function streamRequest(
  options: StreamRequestOptions,
  claims: AccessClaims,
  request: IncomingMessage,
  response: ServerResponse,
  url: URL,
): Promise<Streaming> {
  const { hub, subscriptions, connections, limits, clock } = options;
  const query = readQuery(url, request);
  if (!query.success) {
    const errors = query.error.issues.map(({ path, message }) => ({ path: path.join("."), message }));
    return refuse("invalid", "The stream cannot be opened like this.", errors);
  }
  const { subscriptionId, lastEventId } = query.data;
  const used = await subscriptions.use(claims, subscriptionId);
  if (used.type === "refused") return used;
  // From here to `add` nothing waits, so that many requests at once cannot pass the limit together.
  if (connections.countOf(claims.sub) >= limits.streamsPerAccountMax) {
    return refuse("too_many_streams", `At most ${limits.streamsPerAccountMax} streams may be open at once.`);
  }
  // The caller left while we were asking.
  if (response.destroyed) return { type: "streaming" };

  const now = clock();
  const { stream, topics } = used.subscription;
  const expiresAt = claims.exp * 1_000;
  const { flushLater } = options;
  const connection = new Connection({ response, topics, expiresAt, now, limits, flushLater });
  const open = { connection, claims, subscriptionId, recheckAt: now + limits.recheckMs };
  connections.add(open);
  const following = hub.follow(stream, connection, lastEventId);
  response.on("close", () => {
    connections.remove(open);
    following.leave();
  });
  following.live.catch((error: unknown) => {
    // Headers are out already: ending the stream makes the browser come again.
    options.logger.error({ err: error }, "a stream could not be opened");
    response.end();
  });
  return { type: "streaming" };
}

/** The header is what the browser saw last; the query is what the page knew when it opened the stream. */
function readQuery(url: URL, request: IncomingMessage) {
  const seen = request.headers["last-event-id"];
  const fromHeader = typeof seen === "string" && seen !== "" ? seen : undefined;
  const lastEventId = fromHeader ?? url.searchParams.get("lastEventId") ?? undefined;
  return StreamQuery.safeParse({
    subscriptionId: url.searchParams.get("subscriptionId") ?? undefined,
    // A blank would count as 0, which is "everything from the start".
    ...(lastEventId === undefined ? {} : { lastEventId: lastEventId.trim() === "" ? "blank" : lastEventId }),
  });
}
