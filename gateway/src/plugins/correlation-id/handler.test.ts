import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "../../testing/start-test-gateway.ts";
import { echo, startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const config = { header_name: "X-Request-Id", echo_downstream: true };
let upstream: Upstream;
let gateway: TestGateway;
let counting: TestGateway;

beforeAll(async () => {
  upstream = await startUpstream(echo);
  gateway = await startTestGateway(upstream.url, {
    plugins: [{ name: "correlation-id", config: { ...config, generator: "uuid" } }],
  });
  counting = await startTestGateway(upstream.url, {
    plugins: [
      { name: "correlation-id", config },
      { name: "jwt", config: {} },
    ],
  });
});

afterAll(async () => {
  await gateway.close();
  await counting.close();
  await upstream.close();
});

async function call(headers: Record<string, string> = {}) {
  const response = await fetch(gateway.url, { headers });
  const seen = (await response.json()) as { headers: Record<string, string> };
  return { told: response.headers.get("x-request-id"), seen: seen.headers["x-request-id"] };
}

describe("correlation-id", () => {
  it("gives each request a number of its own and tells it to both sides", async () => {
    const [first, second] = [await call(), await call()];
    expect(first.told).toMatch(/^[0-9a-f]{8}-[0-9a-f-]{27}$/);
    expect(first.seen).toBe(first.told);
    expect(second.told).not.toBe(first.told);
  });

  it("keeps the number that the client chose", async () => {
    expect(await call({ "x-request-id": "from-client" })).toEqual({
      told: "from-client",
      seen: "from-client",
    });
  });

  it("counts on from one start to the next request, also on errors", async () => {
    const ids = [await fetch(counting.url), await fetch(counting.url)].map((r) =>
      r.headers.get("x-request-id"),
    );
    const [first, second] = ids.map((id) => id?.split("#"));
    expect(first?.[1]).toBe("1");
    expect(second).toEqual([first?.[0], "2"]);
  });
});
