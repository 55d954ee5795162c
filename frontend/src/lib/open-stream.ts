import type { Topic } from "@mastery/contracts/topic";
import type { ApiClient } from "./api-client.ts";
import { isTransient } from "./fetch-value.ts";
import type { StreamOwner } from "./sse-inbox.ts";
import type { Opened } from "./sse.ts";

const learnerTopics: Topic[] = ["submissions", "mastery", "alerts"];
const classTopics: Topic[] = ["classes", "alerts"];

/** Spares a fresh token from being taken for an old one when both come in the same moment. */
const expiryMarginMs = 30_000;

interface Subscribed {
  readonly id: string;
  readonly expiresAt: number;
}

/**
 * Opens the stream of `owner`: subscribes when there is no subscription, or the server has forgotten it, and renews
 * the session once when the token has expired.
 */
export function createOpenStream(
  api: ApiClient,
  owner: StreamOwner,
  ports: { fetch: typeof fetch; now: () => number },
): (lastId: number | undefined, signal: AbortSignal) => Promise<Opened> {
  let subscription: Subscribed | undefined;

  async function subscribe(signal: AbortSignal): Promise<Opened | undefined> {
    if (subscription && subscription.expiresAt - expiryMarginMs > ports.now()) return undefined;
    const body =
      owner.kind === "learner"
        ? { topics: learnerTopics, studentId: owner.studentId }
        : { topics: classTopics, classId: owner.classId };
    const result = await api.call("subscribe", { body, signal });
    if (result.type !== "ok") return failedAs(result);
    subscription = { id: result.value.subscriptionId, expiresAt: Date.parse(result.value.expiresAt) };
    return undefined;
  }

  async function open(lastId: number | undefined, signal: AbortSignal): Promise<Response | Opened> {
    const failed = await subscribe(signal);
    if (failed) return failed;
    const query = new URLSearchParams({ subscriptionId: subscription?.id ?? "" });
    if (lastId !== undefined) query.set("lastEventId", String(lastId));
    return ports.fetch(`/api/events/stream?${query}`, {
      signal,
      cache: "no-store",
      headers: { accept: "text/event-stream", "x-requested-with": "mastery" },
    });
  }

  return async (lastId, signal) => {
    const sentAt = ports.now();
    let answer = await open(lastId, signal);
    if (answer instanceof Response && answer.status === 404) {
      subscription = undefined;
      answer = await open(lastId, signal);
    }
    if (answer instanceof Response && answer.status === 401) {
      const refreshed = await api.refresh(sentAt);
      if (refreshed === "refused") return { type: "refused" };
      answer = await open(lastId, signal);
    }
    return answer instanceof Response ? readAnswer(answer) : answer;
  };
}

function readAnswer(answer: Response): Opened {
  if (answer.ok && answer.body) return { type: "open", body: answer.body };
  if (answer.status === 403) return { type: "refused" };
  const seconds = Number(answer.headers.get("retry-after") ?? Number.NaN);
  return { type: "failed", ...(Number.isFinite(seconds) ? { retryAfterMs: seconds * 1000 } : {}) };
}

type Failure = Exclude<Awaited<ReturnType<ApiClient["call"]>>, { type: "ok" }>;

function failedAs(failure: Failure): Opened {
  if (failure.type === "offline") return { type: "unreachable" };
  if (!isTransient(failure) && !(failure.type === "problem" && failure.status === 429)) {
    return { type: "refused" };
  }
  const { retryAfterMs } = failure.type === "problem" ? failure : {};
  return { type: "failed", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) };
}
