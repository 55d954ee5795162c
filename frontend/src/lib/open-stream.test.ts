import { describe, expect, it } from "vitest";
import { createApiClient } from "./api-client.ts";
import { createOpenStream } from "./open-stream.ts";

/** Answers by path: subscriptions always succeed, streams give the next of `streams`. */
function setUp(streams: Response[], refreshed: "refreshed" | "refused" = "refreshed") {
  const asked: string[] = [];
  let subscriptions = 0;
  const fetcher: typeof fetch = async (url) => {
    const path = url instanceof Request ? url.url : url.toString();
    asked.push(path.split("?")[0] ?? "");
    if (path.startsWith("/api/dapr/subscribe")) {
      subscriptions += 1;
      const expiresAt = new Date(3_600_000).toISOString();
      const body = {
        subscriptionId: `sub${subscriptions}`,
        status: "active",
        topics: ["mastery"],
        expiresAt,
      };
      return Response.json(body, { status: 201 });
    }
    return streams.shift() ?? new Response("", { status: 502 });
  };
  const api = createApiClient({
    fetch: fetcher,
    now: () => 0,
    refresh: async () => refreshed,
    onSignedOut: () => {},
  });
  const open = createOpenStream(api, { kind: "learner", studentId: "s1" }, { fetch: fetcher, now: () => 0 });
  return { open: () => open(3, new AbortController().signal), asked };
}

const stream = "/api/events/stream";
const subscribe = "/api/dapr/subscribe";
const fine = () => new Response("x");
const status = (code: number, headers: Record<string, string> = {}) =>
  new Response("", { status: code, headers });

describe("opening the stream", () => {
  it("subscribes once and keeps the subscription for the next try", async () => {
    const { open, asked } = setUp([fine(), fine()]);
    expect(await open()).toMatchObject({ type: "open" });
    expect(await open()).toMatchObject({ type: "open" });
    expect(asked).toEqual([subscribe, stream, stream]);
  });

  it("subscribes again when the server has forgotten the subscription", async () => {
    const { open, asked } = setUp([status(404), fine()]);
    expect(await open()).toMatchObject({ type: "open" });
    expect(asked).toEqual([subscribe, stream, subscribe, stream]);
  });

  it("renews the session when the token has expired", async () => {
    const { open, asked } = setUp([status(401), fine()]);
    expect(await open()).toMatchObject({ type: "open" });
    expect(asked).toEqual([subscribe, stream, stream]);
  });

  it("gives up when the session cannot be renewed, or the stream is somebody else's", async () => {
    expect(await setUp([status(401)], "refused").open()).toEqual({ type: "refused" });
    expect(await setUp([status(403)]).open()).toEqual({ type: "refused" });
  });

  it("may be tried again after a gateway error, and not before a busy server said", async () => {
    expect(await setUp([status(502)]).open()).toEqual({ type: "failed" });
    const busy = status(429, { "retry-after": "9" });
    expect(await setUp([busy]).open()).toEqual({ type: "failed", retryAfterMs: 9000 });
  });
});
