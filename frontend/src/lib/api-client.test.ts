import { describe, expect, it } from "vitest";
import { callPath, createApiClient } from "./api-client.ts";
import { createRefresh, type Refreshed } from "./refresh-session.ts";

type Answer = Response | Error | (() => Response);

/** A server that answers each call with the next of its answers, and remembers what it was asked. */
function fakeServer(answers: Answer[]) {
  const asked: { init: RequestInit }[] = [];
  const fetcher: typeof fetch = async (_url, init) => {
    asked.push({ init: init ?? {} });
    const next = answers.shift();
    if (next === undefined) throw new TypeError("no answer left");
    if (next instanceof Error) throw next;
    return typeof next === "function" ? next() : next;
  };
  return { fetcher, asked };
}

function clientOf(answers: Answer[], refresh: () => Promise<Refreshed> = async () => "refreshed") {
  const server = fakeServer(answers);
  let signedOut = 0;
  const client = createApiClient({
    fetch: server.fetcher,
    now: () => 1000,
    refresh,
    onSignedOut: () => {
      signedOut += 1;
    },
  });
  return { client, asked: server.asked, signedOut: () => signedOut };
}

const expired = () => Response.json({ exp: "token expired" }, { status: 401 });
const classes = () => Response.json({ classes: [] });

describe("a call", () => {
  it("says it comes from our page", async () => {
    const { client, asked } = clientOf([classes()]);
    await client.call("classes", {});
    expect(asked[0]?.init.headers).toMatchObject({ "x-requested-with": "mastery" });
  });

  it("sends the idempotency key it was given", async () => {
    const { client, asked } = clientOf([
      Response.json({ submissionId: "s1", status: "queued" }, { status: 202 }),
    ]);
    await client.call("submit", { body: { exercise: "two-sum", code: "x" }, idempotencyKey: "k" });
    expect(asked[0]?.init.headers).toMatchObject({ "idempotency-key": "k" });
  });

  it("gives a value that the contract has parsed", async () => {
    const { client } = clientOf([classes()]);
    expect(await client.call("classes", {})).toEqual({ type: "ok", value: { classes: [] } });
  });

  it("does not pass on an answer that breaks the contract", async () => {
    const { client } = clientOf([Response.json({ classes: "none" })]);
    expect(await client.call("classes", {})).toMatchObject({ type: "unreadable" });
  });

  it("repeats once after the gateway has said that the token expired and it was renewed", async () => {
    const { client, asked } = clientOf([expired(), classes()]);
    expect(await client.call("classes", {})).toMatchObject({ type: "ok" });
    expect(asked).toHaveLength(2);
  });

  it("says signed out, and tells the page, when renewal is refused", async () => {
    const { client, signedOut } = clientOf([expired()], async () => "refused");
    expect(await client.call("classes", {})).toEqual({ type: "signed-out" });
    expect(signedOut()).toBe(1);
  });

  it("stays signed in when renewal cannot be reached", async () => {
    const { client, signedOut } = clientOf([expired()], async () => "unreachable");
    expect(await client.call("classes", {})).toMatchObject({ type: "offline" });
    expect(signedOut()).toBe(0);
  });

  it("does not refresh for ever when every token is refused", async () => {
    const { client, asked } = clientOf([expired(), expired(), expired()]);
    expect(await client.call("classes", {})).toMatchObject({ type: "problem", code: "unauthenticated" });
    expect(asked).toHaveLength(3);
  });

  it("takes wrong credentials for an answer, not for an expired token", async () => {
    const problem = {
      type: "t",
      title: "t",
      status: 401,
      detail: "d",
      code: "wrong_credentials",
      instance: "/",
    };
    let refreshes = 0;
    const { client } = clientOf([Response.json(problem, { status: 401 })], async () => {
      refreshes += 1;
      return "refreshed";
    });
    const result = await client.call("login", { body: { email: "a@b.example", password: "x" } });
    expect(result).toMatchObject({ type: "problem", code: "wrong_credentials", detail: "d" });
    expect(refreshes).toBe(0);
  });

  it("reads the gateway's limit, and how long to wait", async () => {
    const limited = Response.json(
      { message: "API rate limit exceeded", request_id: "r1" },
      { status: 429, headers: { "retry-after": "7" } },
    );
    const { client } = clientOf([limited]);
    const result = await client.call("classes", {});
    expect(result).toMatchObject({ code: "slow_down", retryAfterMs: 7000, reference: "r1" });
  });

  it("makes a value of a network that fails", async () => {
    const { client } = clientOf([new TypeError("failed to fetch")]);
    expect(await client.call("classes", {})).toMatchObject({ type: "offline" });
  });
});

describe("callPath", () => {
  it("fills parameters, escaped, and leaves out what is undefined", () => {
    const path = callPath("/api/x/:id", { params: { id: "a/b" }, query: { limit: 3, course: undefined } });
    expect(path).toBe("/api/x/a%2Fb?limit=3");
  });
});

describe("refreshing", () => {
  function refreshOf(answers: Answer[], lastRefreshed = 0) {
    const server = fakeServer(answers);
    const waits: number[] = [];
    let last = lastRefreshed;
    const refresh = createRefresh({
      fetch: server.fetcher,
      lock: (run) => run(),
      lastRefreshed: {
        read: () => last,
        write: (at) => {
          last = at;
        },
      },
      wait: async (ms) => {
        waits.push(ms);
      },
      now: () => 5000,
      random: () => 0,
    });
    return { refresh, asked: server.asked, waits, last: () => last };
  }
  const fine = () => Response.json({});
  const refused = () =>
    Response.json(
      { type: "t", title: "t", status: 401, detail: "d", code: "refresh_refused", instance: "/" },
      { status: 401 },
    );
  const raced = () =>
    Response.json(
      { type: "t", title: "t", status: 409, detail: "d", code: "raced", instance: "/" },
      { status: 409 },
    );

  it("asks the server once for all who wait", async () => {
    const { refresh, asked } = refreshOf([fine()]);
    expect(await Promise.all([refresh(1), refresh(1), refresh(2)])).toEqual([
      "refreshed",
      "refreshed",
      "refreshed",
    ]);
    expect(asked).toHaveLength(1);
  });

  it("does not ask again for a call that failed before another tab refreshed", async () => {
    const { refresh, asked } = refreshOf([], 3000);
    expect(await refresh(2000)).toBe("refreshed");
    expect(asked).toHaveLength(0);
  });

  it("tries again, waiting longer each time, while the network fails", async () => {
    const { refresh, waits } = refreshOf([
      new TypeError("x"),
      () => new Response("", { status: 502 }),
      fine(),
    ]);
    expect(await refresh(1)).toBe("refreshed");
    expect(waits).toEqual([250, 500]);
  });

  it("calls a server unreachable, not a session over, when every try fails", async () => {
    const { refresh } = refreshOf([]);
    expect(await refresh(1)).toBe("unreachable");
  });

  it("waits for the winner when it has raced, then lets the call repeat", async () => {
    const { refresh, waits } = refreshOf([raced()]);
    expect(await refresh(1)).toBe("refreshed");
    expect(waits).toHaveLength(1);
  });

  it("takes the server's no for an answer", async () => {
    const { refresh, asked, last } = refreshOf([refused()]);
    expect(await refresh(1)).toBe("refused");
    expect(asked).toHaveLength(1);
    expect(last()).toBe(0);
  });
});
