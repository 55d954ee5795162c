import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { createServer, request, type IncomingMessage, type ServerResponse } from "node:http";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { sendRaw } from "./testing/send-raw.ts";
import { startTestGateway } from "./testing/start-test-gateway.ts";
import { echo, startUpstream } from "./testing/start-upstream.ts";

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  for (const part of open.splice(0)) await part.close();
});

async function start(...parameters: Parameters<typeof startTestGateway> | []) {
  const upstream = await startUpstream(echo);
  const [, config, options] = parameters;
  const gateway = await startTestGateway(upstream.url, config, options);
  open.push(gateway, upstream);
  return gateway;
}

/** A request with a Host header of its own. */
async function get(port: number, path: string, host: string, accept = "text/html") {
  const sent = request({ port, host: "127.0.0.1", path, headers: { host, accept }, agent: false }).end();
  const [response] = (await once(sent, "response")) as [IncomingMessage];
  response.resume();
  return { status: response.statusCode, location: response.headers.location };
}

describe("startGateway", () => {
  it("answers 404 as Kong does to a path or method without a route", async () => {
    const routes = [{ name: "r", service: "service", paths: ["/api/"], methods: ["GET"], strip_path: false }];
    const gateway = await start("", { routes, plugins: [{ name: "cors", config: {} }] });
    for (const [method, path] of [
      ["GET", "/other"],
      ["POST", "/api/x"],
      ["GET", "/apifoo"],
    ] as const) {
      const response = await fetch(gateway.url + path, { method, headers: { accept: "text/html" } });
      expect(response.status).toBe(404);
      expect(response.headers.get("content-type")).toBe("application/json; charset=utf-8");
      expect(await response.json()).toMatchObject({ message: "no Route matched with those values" });
    }
    expect(await sendRaw(gateway.port, "OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n")).toMatch(
      / 404 /,
    );
  });

  it("answers 400 to a path that is no encoded text", async () => {
    const gateway = await start();
    for (const path of ["/%", "/%zz", "/a/%ff", "/%c0%80", "/%00"]) {
      const response = await fetch(gateway.url + path);
      expect([path, response.status]).toEqual([path, 400]);
      expect(await response.json()).toMatchObject({ message: "Bad request" });
    }
    expect((await fetch(`${gateway.url}/%E2%82%AC%2F`)).status).not.toBe(400);
  });

  it("answers 400 text to headers that are too large, and to what is no request", async () => {
    const gateway = await start();
    const large = `GET / HTTP/1.1\r\nHost: x\r\nX-Large: ${"x".repeat(40_000)}\r\n\r\n`;
    for (const text of [large, "nonsense\r\n\r\n"]) {
      const answer = await sendRaw(gateway.port, text);
      expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\nContent-Type: text\/plain/);
    }
  });

  it("says whether it is ready, what it runs, and which routes ask for a token", async () => {
    const gateway = await start("", { plugins: [{ name: "jwt", config: {} }] });
    expect(gateway.status()).toEqual({
      ready: true,
      configHash: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
      routes: [{ name: "route", service: "service", authenticated: true }],
    });
  });

  it("rejects when the port is taken", async () => {
    const gateway = await start();
    const listen = { host: "127.0.0.1", port: gateway.port };
    await expect(startTestGateway("http://127.0.0.1:1", {}, { listen })).rejects.toMatchObject({
      code: "EADDRINUSE",
    });
  });

  it("reaches a service on a unix socket", async () => {
    const folder = await mkdtemp(join(tmpdir(), "gateway-"));
    const socketPath = join(folder, "engine.sock");
    const server = createServer(echo).listen(socketPath);
    await once(server, "listening");
    const resolveUpstream = (host: string) => (host === "engine" ? { socketPath } : undefined);
    const gateway = await startTestGateway("http://engine:4000", {}, { resolveUpstream });
    open.push(gateway, {
      close: async () => {
        server.close();
        server.closeAllConnections();
        await rm(folder, { recursive: true });
      },
    });
    const response = await fetch(`${gateway.url}/api/x`);
    expect(await response.json()).toMatchObject({ url: "/api/x", headers: { host: "engine:4000" } });
  });

  it("believes X-Forwarded-* of a trusted proxy", async () => {
    const gateway = await start("", {}, { trustedProxies: ["127.0.0.1"] });
    const headers = { "x-forwarded-for": "6.6.6.6, 203.0.113.5", "x-forwarded-proto": "https" };
    const response = await fetch(gateway.url, { headers });
    expect(await response.json()).toMatchObject({
      headers: {
        "x-real-ip": "203.0.113.5",
        "x-forwarded-for": "6.6.6.6, 203.0.113.5, 127.0.0.1",
        "x-forwarded-proto": "https",
      },
    });
  });
});

describe("startGateway, other names of this machine", () => {
  it("sends pages to the public address, with path and query", async () => {
    const { port } = await start("", {}, { publicUrl: "http://localhost:8000" });
    expect(await get(port, "/exercises?x=1", `127.0.0.1:${port}`)).toEqual({
      status: 307,
      location: "http://localhost:8000/exercises?x=1",
    });
    expect(await get(port, "//evil.example/", "[::1]")).toMatchObject({
      location: "http://localhost:8000/evil.example/",
    });
  });

  it.each([
    ["an API call", "/api/health", "127.0.0.1:8000", "text/html", "http://localhost:8000"],
    ["a script's request", "/", "127.0.0.1:8000", "*/*", "http://localhost:8000"],
    ["the public name itself", "/", "localhost:8000", "text/html", "http://localhost:8000"],
    ["the public name on a forwarded port", "/", "localhost:9999", "text/html", "http://localhost:8000"],
    ["a name of the network", "/", "school.example", "text/html", "http://localhost:8000"],
    ["a proxy's loopback name", "/", "127.0.0.1:8000", "text/html", "https://school.example"],
  ])("lets %s pass", async (_case, path, host, accept, publicUrl) => {
    const { port } = await start("", {}, { publicUrl });
    expect((await get(port, path, host, accept)).status).toBe(200);
  });
});

describe("startGateway, upgrades", () => {
  const ask = "GET /hmr HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n";

  async function behindEcho(allowUpgrades: boolean) {
    const upstream = createServer((_request, response) => response.end("plain"));
    upstream.on("upgrade", (incoming, socket) => {
      socket.write(
        `HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: ${incoming.headers.upgrade}\r\n\r\n`,
      );
      socket.once("data", (data: Buffer) => socket.end(`heard ${data.toString()}`));
    });
    upstream.listen(0, "127.0.0.1");
    await once(upstream, "listening");
    const { port } = upstream.address() as { port: number };
    const gateway = await startTestGateway(`http://127.0.0.1:${port}`, {}, { allowUpgrades });
    open.push(gateway, { close: async () => void upstream.close() });
    return gateway;
  }

  it("join client and service where allowed", async () => {
    const gateway = await behindEcho(true);
    const socket = connect(gateway.port, "127.0.0.1", () => socket.write(ask));
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      if (!received.includes("101") && chunk.includes("101")) socket.write("hello");
      received += chunk;
    });
    await once(socket, "close");
    expect(received).toMatch(/^HTTP\/1\.1 101 [\s\S]*heard hello$/);
  });

  it("are plain requests where not", async () => {
    const gateway = await behindEcho(false);
    const answer = await sendRaw(
      gateway.port,
      ask.replace("Connection: Upgrade", "Connection: Upgrade, close"),
    );
    expect(answer).toMatch(/^HTTP\/1\.1 200 [\s\S]*plain/);
  });
});

describe("startGateway, closing", () => {
  it("lets an open answer end, takes no more, and says that it is not ready", async () => {
    const arrived = Promise.withResolvers<ServerResponse>();
    const upstream = await startUpstream((_request, response) => arrived.resolve(response));
    const gateway = await startTestGateway(upstream.url);
    const answer = fetch(gateway.url);
    const atService = await arrived.promise;
    const closed = gateway.close();
    expect(gateway.status().ready).toBe(false);
    await expect(fetch(gateway.url)).rejects.toThrow("fetch failed");
    atService.end("finished");
    expect(await (await answer).text()).toBe("finished");
    await closed;
    await upstream.close();
  });
});
