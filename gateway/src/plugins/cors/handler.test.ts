import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestConfig, type TestGateway } from "../../testing/start-test-gateway.ts";
import { startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const home = "https://school.example";
const preflight = { "access-control-request-method": "POST" };
let upstream: Upstream;
const gateways: TestGateway[] = [];

beforeAll(async () => {
  upstream = await startUpstream((_request, response) => {
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader("Access-Control-Allow-Origin", "https://upstream.example");
    response.end("hello");
  });
});

afterAll(async () => {
  for (const gateway of gateways) await gateway.close();
  await upstream.close();
});

async function gatewayWith(cors: object, more: TestConfig = {}): Promise<TestGateway> {
  const plugins = [{ name: "cors", config: cors }, ...(more.plugins ?? [])];
  const gateway = await startTestGateway(upstream.url, { ...more, plugins });
  gateways.push(gateway);
  return gateway;
}

async function call(gateway: TestGateway, method: string, headers: Record<string, string>, path = "/") {
  const response = await fetch(gateway.url + path, { method, headers });
  await response.arrayBuffer();
  return response;
}

describe("cors, preflight", () => {
  it("answers 200 without a body and without asking the service", async () => {
    const gateway = await gatewayWith({
      origins: [home],
      credentials: true,
      headers: ["Authorization", "X-Requested-With"],
      methods: ["GET", "POST"],
      max_age: 600,
    });
    const response = await call(gateway, "OPTIONS", { origin: home, ...preflight });
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      "content-length": "0",
      vary: "Origin",
      "access-control-allow-origin": home,
      "access-control-allow-credentials": "true",
      "access-control-allow-headers": "Authorization,X-Requested-With",
      "access-control-allow-methods": "GET,POST",
      "access-control-max-age": "600",
    });
  });

  it("repeats the headers asked for where none are configured", async () => {
    const gateway = await gatewayWith({ origins: [home] });
    const asked = { "access-control-request-headers": "x-one,x-two" };
    const response = await call(gateway, "OPTIONS", { origin: home, ...preflight, ...asked });
    expect(response.headers.get("access-control-allow-headers")).toBe("x-one,x-two");
  });

  it("names the one configured origin also to a stranger, whose browser then blocks", async () => {
    const gateway = await gatewayWith({ origins: [home], credentials: true });
    const response = await call(gateway, "OPTIONS", { origin: "https://evil.example", ...preflight });
    expect(response.status).toBe(200);
    expect(response.headers.get("access-control-allow-origin")).toBe(home);
  });

  it("names no origin to a stranger where several are configured", async () => {
    const gateway = await gatewayWith({ origins: [home, "https://second.example"], credentials: true });
    const stranger = await call(gateway, "OPTIONS", { origin: "https://evil.example", ...preflight });
    expect(stranger.headers.has("access-control-allow-origin")).toBe(false);
    const friend = await call(gateway, "OPTIONS", { origin: "https://second.example:443", ...preflight });
    expect(friend.headers.get("access-control-allow-origin")).toBe("https://second.example:443");
  });

  it("runs before token checks, but only where a route is", async () => {
    const gateway = await gatewayWith(
      { origins: [home] },
      {
        routes: [{ name: "api", service: "service", paths: ["/api/"], strip_path: false }],
        plugins: [{ name: "jwt", config: {} }],
      },
    );
    const headers = { origin: home, ...preflight };
    expect((await call(gateway, "OPTIONS", headers, "/api/x")).status).toBe(200);
    expect((await call(gateway, "OPTIONS", { origin: home }, "/api/x")).status).toBe(401);
    expect((await call(gateway, "OPTIONS", headers, "/other")).status).toBe(404);
  });
});

describe("cors, other requests", () => {
  it("puts its headers in place of the service's, and adds to its Vary", async () => {
    const gateway = await gatewayWith({
      origins: [home],
      credentials: true,
      exposed_headers: ["Retry-After", "ETag"],
    });
    const response = await call(gateway, "GET", { origin: home });
    expect(response.headers.get("vary")).toBe("Accept-Encoding, Origin");
    expect(response.headers.get("access-control-allow-origin")).toBe(home);
    expect(response.headers.get("access-control-allow-credentials")).toBe("true");
    expect(response.headers.get("access-control-expose-headers")).toBe("Retry-After,ETag");
  });

  it("puts its headers on errors of the gateway too", async () => {
    const gateway = await gatewayWith({ origins: [home] }, { plugins: [{ name: "jwt", config: {} }] });
    const response = await call(gateway, "GET", { origin: home });
    expect(response.status).toBe(401);
    expect(response.headers.get("access-control-allow-origin")).toBe(home);
  });

  it("takes the service's own word away from a stranger", async () => {
    const gateway = await gatewayWith({ origins: [home, "https://second.example"] });
    const response = await call(gateway, "GET", { origin: "https://evil.example" });
    expect(response.headers.has("access-control-allow-origin")).toBe(false);
  });

  it("allows everyone without credentials when no origin is configured", async () => {
    const gateway = await gatewayWith({});
    const response = await call(gateway, "GET", { origin: "https://any.example" });
    expect(response.headers.get("access-control-allow-origin")).toBe("*");
    expect(response.headers.has("access-control-allow-credentials")).toBe(false);
  });

  it.each([{ origins: ["*"] }, { origins: [] }, {}])(
    "refuses to start when %j meets credentials",
    async (config) => {
      await expect(gatewayWith({ ...config, credentials: true })).rejects.toThrow(
        /origins.*must name origins/,
      );
    },
  );
});
