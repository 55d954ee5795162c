import { once } from "node:events";
import { request, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { startTestGateway, type TestConfig, type TestGateway } from "./testing/start-test-gateway.ts";
import { sendRaw } from "./testing/send-raw.ts";
import { echo, startUpstream } from "./testing/start-upstream.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});

async function behind(
  listener: (request: IncomingMessage, response: ServerResponse) => void,
  config: TestConfig = {},
): Promise<TestGateway> {
  const upstream = await startUpstream(listener);
  const gateway = await startTestGateway(upstream.url, config);
  open.push(gateway, upstream);
  return gateway;
}

interface Echo {
  readonly url: string;
  readonly body: string;
  readonly headers: Record<string, string>;
}

/** What the service saw of a request. */
async function seenBy(response: Response): Promise<Echo> {
  return (await response.json()) as Echo;
}

describe("proxy, request", () => {
  it("passes method, path, query, headers and body on", async () => {
    const gateway = await behind(echo);
    const body = "x".repeat(300_000);
    const response = await fetch(`${gateway.url}/a//b/../c?d=%20e`, {
      method: "PUT",
      body,
      headers: { "x-mine": "1", "content-type": "text/plain" },
    });
    const seen = await seenBy(response);
    expect(seen).toMatchObject({ method: "PUT", url: "/a/c?d=%20e", body });
    expect(seen.headers).toMatchObject({
      "x-mine": "1",
      "content-type": "text/plain",
      "content-length": "300000",
    });
  });

  it("says where the request came from, whatever the client says", async () => {
    const gateway = await behind(echo);
    const forged = { "x-forwarded-for": "6.6.6.6", "x-real-ip": "6.6.6.6", "x-forwarded-proto": "https" };
    const { headers } = await seenBy(await fetch(`${gateway.url}/a?b`, { headers: forged }));
    expect(headers).toMatchObject({
      "x-forwarded-for": "127.0.0.1",
      "x-real-ip": "127.0.0.1",
      "x-forwarded-proto": "http",
      "x-forwarded-host": `127.0.0.1:${gateway.port}`,
      "x-forwarded-port": String(gateway.port),
      "x-forwarded-path": "/a",
    });
    expect(headers["x-kong-request-id"]).toMatch(/^[0-9a-f]{32}$/);
  });

  it("keeps hop-by-hop headers to itself, the ones that Connection names included", async () => {
    const gateway = await behind(echo);
    const head =
      "GET / HTTP/1.1\r\nHost: x\r\nConnection: close, x-private\r\nX-Private: 1\r\nTE: trailers\r\nKeep-Alive: 5\r\n\r\n";
    const answer = await sendRaw(gateway.port, head);
    expect(answer).not.toMatch(/"(?:x-private|te|keep-alive)":/);
    expect(answer).toContain('"connection":"keep-alive"');
  });

  it("names the service as host unless the route preserves the client's", async () => {
    const route = { name: "route", service: "service", paths: ["/"], strip_path: false };
    const gateway = await behind(echo);
    expect((await seenBy(await fetch(gateway.url))).headers["host"]).toMatch(/^127\.0\.0\.1:\d+$/);
    const preserving = await behind(echo, { routes: [{ ...route, preserve_host: true }] });
    expect(
      await sendRaw(preserving.port, "GET / HTTP/1.1\r\nHost: school.example\r\nConnection: close\r\n\r\n"),
    ).toContain('"host":"school.example"');
  });

  it("takes the matched path away where strip_path says so", async () => {
    const gateway = await behind(echo, { routes: [{ name: "r", service: "service", paths: ["/api/v1/"] }] });
    expect((await seenBy(await fetch(`${gateway.url}/api/v1/x/y?z`))).url).toBe("/x/y?z");
    expect((await seenBy(await fetch(`${gateway.url}/api/v1/`))).url).toBe("/");
  });

  it("uses one connection to the service again", async () => {
    const ports = new Set<number | undefined>();
    const gateway = await behind((incoming, response) => {
      ports.add(incoming.socket.remotePort);
      response.end("ok");
    });
    for (let count = 0; count < 5; count += 1) await (await fetch(gateway.url)).text();
    expect(ports.size).toBe(1);
  });

  it("refuses a request that could be read as two", async () => {
    const gateway = await behind(echo);
    const head = "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n";
    expect(await sendRaw(gateway.port, `${head}0\r\n\r\nGET /b HTTP/1.1\r\nHost: x\r\n\r\n`)).toMatch(
      /^HTTP\/1\.1 400 /,
    );
  });
});

describe("proxy, answer", () => {
  it("passes status and headers on, and adds its own", async () => {
    const gateway = await behind((_request, response) => {
      response.writeHead(201, { "Set-Cookie": ["a=1", "b=2"], Server: "engine", ETag: '"1"' }).end("made");
    });
    const response = await fetch(gateway.url);
    expect(response.status).toBe(201);
    expect(response.headers.getSetCookie()).toEqual(["a=1", "b=2"]);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      server: "engine",
      etag: '"1"',
      via: "1.1 mastery-gateway",
    });
    expect(response.headers.get("x-kong-upstream-latency")).toMatch(/^\d+$/);
    expect(response.headers.get("x-kong-proxy-latency")).toMatch(/^\d+$/);
    expect(response.headers.get("x-kong-request-id")).toMatch(/^[0-9a-f]{32}$/);
    expect(await response.text()).toBe("made");
  });

  it("passes 304 and the answer to HEAD on without a body", async () => {
    const gateway = await behind((incoming, response) => {
      if (incoming.method === "HEAD") response.writeHead(200, { "Content-Length": "7" }).end();
      else response.writeHead(304, { ETag: '"1"' }).end();
    });
    const head = await fetch(gateway.url, { method: "HEAD" });
    expect(head.headers.get("content-length")).toBe("7");
    expect((await fetch(gateway.url)).status).toBe(304);
  });

  it("passes a stream's headers and each event on at once", async () => {
    let stream: ServerResponse | undefined;
    const gateway = await behind((_request, response) => {
      stream = response.writeHead(200, { "Content-Type": "text/event-stream" });
      stream.flushHeaders();
    });
    const response = await fetch(gateway.url);
    expect(response.headers.get("content-type")).toBe("text/event-stream");
    const reader = response.body?.getReader();
    for (const event of ["id: 1\n\n", "id: 2\n\n"]) {
      stream?.write(event);
      const { value } = (await reader?.read()) ?? {};
      expect(Buffer.from(value ?? []).toString()).toBe(event);
    }
    stream?.end();
    expect(await reader?.read()).toMatchObject({ done: true });
  });

  it("tells the service when the client goes away", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const gateway = await behind((_request, response) => {
      response.writeHead(200, { "Content-Type": "text/event-stream" }).write(": hello\n\n");
      arrived.resolve(response);
    });
    const client = request(gateway.url).on("error", () => undefined);
    client.end();
    const atService = await arrived.promise;
    client.destroy();
    await once(atService, "close");
    expect(atService.writableFinished).toBe(false);
  });

  it("tells the client when the service breaks off in the middle", async () => {
    const gateway = await behind((_request, response) => {
      response.writeHead(200, { "Content-Length": "100" }).write("half");
      setImmediate(() => response.destroy());
    });
    const response = await fetch(gateway.url);
    await expect(response.text()).rejects.toThrow(/terminated|aborted/);
  });
});

describe("proxy, failures", () => {
  const toNowhere = { retries: 1, connect_timeout: 1000 };

  it.each([
    [
      "*/*",
      "application/json; charset=utf-8",
      /^\{\n {2}"message":"An invalid response was received from the upstream server",\n {2}"request_id":"[0-9a-f]{32}"\n\}$/,
    ],
    ["application/json", "application/json; charset=utf-8", /^\{/],
    ["text/event-stream", "application/json; charset=utf-8", /^\{/],
    ["text/html,application/xhtml+xml;q=0.9,*/*;q=0.8", "text/html; charset=utf-8", /^<!doctype html>/],
    ["text/html;q=0.3, application/json", "application/json; charset=utf-8", /^\{/],
  ])("answers 502 in the form asked for when the service refuses: %s", async (accept, type, body) => {
    const gateway = await startTestGateway("http://127.0.0.1:1", {
      services: [{ name: "service", url: "http://127.0.0.1:1", ...toNowhere }],
    });
    open.push(gateway);
    const response = await fetch(gateway.url, { headers: { accept } });
    expect(response.status).toBe(502);
    expect(response.headers.get("content-type")).toBe(type);
    expect(response.headers.get("server")).toBe("mastery-gateway");
    expect(response.headers.get("x-kong-response-latency")).toMatch(/^\d+$/);
    expect(await response.text()).toMatch(body);
  });

  it("answers plain text without Accept", async () => {
    const gateway = await startTestGateway("http://127.0.0.1:1");
    open.push(gateway);
    const answer = await sendRaw(gateway.port, "GET / HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    expect(answer).toMatch(
      /^HTTP\/1\.1 502 [\s\S]*Content-Type: text\/plain; charset=utf-8[\s\S]*\r\n\r\nAn invalid response/,
    );
  });

  it("answers 502 when the service hangs up, or does not speak HTTP", async () => {
    const hangsUp = await behind((incoming) => incoming.socket.destroy());
    expect((await fetch(hangsUp.url, { method: "POST", body: "x" })).status).toBe(502);
    const server = createServer((socket) => socket.on("error", () => undefined).end("nonsense\r\n\r\n"));
    server.listen(0, "127.0.0.1");
    await once(server, "listening");
    const { port } = server.address() as { port: number };
    const gateway = await startTestGateway(`http://127.0.0.1:${port}`);
    open.push(gateway, { close: async () => void server.close() });
    expect((await fetch(gateway.url)).status).toBe(502);
  });

  it("answers 504 when the service is silent for longer than read_timeout", async () => {
    const upstream = await startUpstream(() => undefined);
    const gateway = await startTestGateway(upstream.url, {
      services: [{ name: "service", url: upstream.url, read_timeout: 30 }],
    });
    open.push(gateway, upstream);
    const response = await fetch(gateway.url);
    expect(response.status).toBe(504);
    expect(await response.json()).toMatchObject({ message: "The upstream server is timing out" });
  });

  it("sends a GET again when a kept connection turns out dead, but never a POST with a body", async () => {
    let calls = 0;
    const gateway = await behind((incoming, response) => {
      calls += 1;
      // Every second request on a connection finds it dead.
      if (calls % 2 === 0) incoming.socket.destroy();
      else response.end(`call ${calls}`);
    });
    expect(await (await fetch(gateway.url)).text()).toBe("call 1");
    expect(await (await fetch(gateway.url)).text()).toBe("call 3");
    expect((await fetch(gateway.url, { method: "POST", body: "x" })).status).toBe(502);
    expect(calls).toBe(4);
  });
});
