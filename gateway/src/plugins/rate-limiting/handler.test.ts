import { afterEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestConfig, type TestGateway } from "../../testing/start-test-gateway.ts";
import { startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const minuteMs = 60_000;
const start = Date.UTC(2026, 4, 4, 10, 0, 0);
const open: { close(): Promise<void> }[] = [];

afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});

interface Set {
  readonly gateway: TestGateway;
  readonly upstream: Upstream & { readonly seen: () => number };
  now: number;
}

async function setUp(config: object, more: TestConfig = {}): Promise<Set> {
  let seen = 0;
  const upstream = await startUpstream((_request, response) => {
    seen += 1;
    response.end("ok");
  });
  const set = { now: start };
  const plugins = [{ name: "rate-limiting", config }, ...(more.plugins ?? [])];
  const gateway = await startTestGateway(upstream.url, { ...more, plugins }, { clock: () => set.now });
  open.push(gateway, upstream);
  return Object.assign(set, { gateway, upstream: { ...upstream, seen: () => seen } });
}

async function call({ gateway }: Set, headers: Record<string, string> = {}, path = "/") {
  const response = await fetch(gateway.url + path, { headers });
  return {
    status: response.status,
    headers: Object.fromEntries(response.headers),
    body: await response.text(),
  };
}

describe("rate-limiting", () => {
  it("says limit, what is left and when the clock's minute ends", async () => {
    const set = await setUp({ minute: 5, limit_by: "ip" });
    set.now = start + 20_500;
    const { status, headers } = await call(set);
    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "x-ratelimit-limit-minute": "5",
      "x-ratelimit-remaining-minute": "4",
      "ratelimit-limit": "5",
      "ratelimit-remaining": "4",
      "ratelimit-reset": "40",
    });
    expect(headers).not.toHaveProperty("retry-after");
  });

  it("answers 429 with Retry-After to the sixth, and does not count it", async () => {
    const set = await setUp({ minute: 5, limit_by: "ip" });
    for (let count = 0; count < 5; count += 1) expect((await call(set)).status).toBe(200);
    for (let count = 0; count < 3; count += 1) {
      const { status, headers, body } = await call(set);
      expect(status).toBe(429);
      expect(headers).toMatchObject({
        "content-type": "application/json; charset=utf-8",
        "x-ratelimit-remaining-minute": "0",
        "ratelimit-reset": "60",
        "retry-after": "60",
      });
      expect(body).toBe(
        `{\n  "message":"API rate limit exceeded",\n  "request_id":"${headers["x-kong-request-id"]}"\n}`,
      );
    }
    expect(set.upstream.seen()).toBe(5);
    set.now = start + minuteMs;
    expect((await call(set)).status).toBe(200);
  });

  it("lets exactly five of thirty pass that come at once", async () => {
    const set = await setUp({ minute: 5, limit_by: "ip" });
    const answers = await Promise.all(Array.from({ length: 30 }, () => call(set)));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(5);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(25);
    expect(set.upstream.seen()).toBe(5);
  });

  it("shows the tightest of several windows, and counts in none when one is full", async () => {
    const set = await setUp({ minute: 2, hour: 3, limit_by: "ip" });
    expect((await call(set)).headers).toMatchObject({
      "ratelimit-limit": "2",
      "ratelimit-remaining": "1",
      "x-ratelimit-remaining-hour": "2",
    });
    await call(set);
    expect(await call(set)).toMatchObject({ status: 429, headers: { "x-ratelimit-remaining-hour": "1" } });
    set.now = start + minuteMs;
    expect(await call(set)).toMatchObject({
      status: 200,
      headers: { "ratelimit-limit": "3", "ratelimit-remaining": "0", "ratelimit-reset": "3540" },
    });
    expect(await call(set)).toMatchObject({ status: 429, headers: { "retry-after": "3540" } });
    set.now = start + 60 * minuteMs;
    expect((await call(set)).status).toBe(200);
  });

  it("counts callers apart by a header, and by address without it", async () => {
    const set = await setUp({ minute: 1, limit_by: "header", header_name: "X-Caller" });
    expect((await call(set, { "x-caller": "ada" })).status).toBe(200);
    expect((await call(set, { "x-caller": "grace" })).status).toBe(200);
    expect((await call(set, { "x-caller": "ada" })).status).toBe(429);
    expect((await call(set)).status).toBe(200);
    expect((await call(set)).status).toBe(429);
  });

  it("counts one path, and everything else by address", async () => {
    const set = await setUp({ minute: 1, limit_by: "path", path: "/one" });
    expect((await call(set, {}, "/one")).status).toBe(200);
    expect((await call(set, {}, "/two")).status).toBe(200);
    expect((await call(set, {}, "/one?again")).status).toBe(429);
  });

  it("counts a forged X-Forwarded-For with its true address", async () => {
    const set = await setUp({ minute: 1, limit_by: "ip" });
    expect((await call(set, { "x-forwarded-for": "1.1.1.1" })).status).toBe(200);
    expect((await call(set, { "x-forwarded-for": "2.2.2.2" })).status).toBe(429);
  });

  it("hides its headers where told to", async () => {
    const set = await setUp({ minute: 1, limit_by: "ip", hide_client_headers: true });
    const names = [...Object.keys((await call(set)).headers), ...Object.keys((await call(set)).headers)];
    expect(names.filter((name) => /ratelimit|retry-after/.test(name))).toEqual([]);
  });

  it("comes after the token check: a 401 neither counts nor carries rates", async () => {
    const set = await setUp({ minute: 1, limit_by: "ip" }, { plugins: [{ name: "jwt", config: {} }] });
    const answers = [await call(set), await call(set)];
    for (const { status, headers } of answers) {
      expect(status).toBe(401);
      expect(headers).not.toHaveProperty("ratelimit-limit");
    }
  });

  it("comes after the size limit: a 413 wins over a 429", async () => {
    const size = { allowed_payload_size: 10, size_unit: "bytes" };
    const set = await setUp(
      { minute: 1, limit_by: "ip" },
      { plugins: [{ name: "request-size-limiting", config: size }] },
    );
    await call(set);
    const response = await fetch(set.gateway.url, { method: "POST", body: "more than ten bytes" });
    expect(response.status).toBe(413);
    expect(response.headers.has("ratelimit-limit")).toBe(false);
  });

  it.each([
    [{ limit_by: "ip" }, /at least one limit/],
    [{ minute: 5, hour: 4 }, /hour: can not be lower than the limit for `minute`/],
    [{ minute: 5, limit_by: "header" }, /header_name: is needed/],
    [{ minute: 5, policy: "redis" }, /policy/],
    [{ minute: 0 }, /minute/],
  ])("refuses to start with %j", async (config, message) => {
    await expect(
      startTestGateway("http://127.0.0.1:1", { plugins: [{ name: "rate-limiting", config }] }),
    ).rejects.toThrow(message);
  });
});
