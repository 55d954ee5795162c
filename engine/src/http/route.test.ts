import { connect, type AddressInfo } from "node:net";
import { text } from "node:stream/consumers";
import type { Endpoint } from "@mastery/contracts/endpoint";
import { Problem } from "@mastery/contracts/problem";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestEngine, type TestEngine, type TestPerson } from "../../test-support/test-engine.ts";
import { route } from "./route.ts";

const echo = {
  method: "POST",
  path: "/api/test/echo/:id",
  room: "engine",
  summary: "Gives back what it got",
  access: "submission:create",
  params: z.object({ id: z.string().max(5) }),
  query: z.object({ times: z.coerce.number().int().min(1).default(1) }),
  body: z.strictObject({ text: z.string() }),
  success: { status: 202, schema: z.object({ text: z.string() }) },
} as const satisfies Endpoint;

const read = {
  method: "GET",
  path: "/api/test/read",
  room: "engine",
  summary: "Reads something",
  access: "exercise:read",
  success: { status: 200, schema: z.object({ shown: z.string() }) },
} as const satisfies Endpoint;

const broken = { ...read, path: "/api/test/broken" } as const satisfies Endpoint;
const crooked = { ...read, path: "/api/test/crooked" } as const satisfies Endpoint;

let engine: TestEngine;
let app: FastifyInstance;
let learner: TestPerson;

beforeAll(async () => {
  engine = await createTestEngine();
  app = engine.appWith({});
  learner = await engine.person("student");
  route(app, engine.deps, echo, async ({ body, query }) => ({ text: body.text.repeat(query.times) }));
  route(app, engine.deps, read, async () => {
    const row = { shown: "yes", passwordHash: "secret" };
    return row;
  });
  route(app, engine.deps, broken, async () => {
    throw new Error("SELECT password_hash FROM accounts failed at /srv/engine.ts:1");
  });
  // A row whose column is null where the contract promises text.
  route(app, engine.deps, crooked, async () => JSON.parse('{"shown":null}'));
});
afterAll(() => engine.close());

function post(payload: unknown, { url = "/api/test/echo/a", headers = {} } = {}) {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  return app.inject({
    method: "POST",
    url,
    headers: { ...learner.bearer, "content-type": "application/json", ...headers },
    payload: body,
  });
}

function get(url: string, headers: Record<string, string> = {}) {
  return app.inject({ url, headers: { ...learner.bearer, ...headers } });
}

describe("what a request must be", () => {
  it("answers with the contract's status when it is all right", async () => {
    const answer = await post({ text: "ab" }, { url: "/api/test/echo/a?times=2" });
    expect(answer.statusCode).toBe(202);
    expect(answer.json().text).toBe("abab");
  });

  it("names every fault of params, query and body in one 422", async () => {
    const answer = await post({ txt: "ab" }, { url: "/api/test/echo/too-long?times=0&more=1" });
    expect(answer.statusCode).toBe(422);
    const paths = answer.json().errors.map((fault: { path: string }) => fault.path);
    expect(new Set(paths)).toEqual(
      new Set(["path.id", "query.times", "query.more", "body.text", "body.txt"]),
    );
  });

  it("refuses a query parameter given twice", async () => {
    const answer = await post({ text: "a" }, { url: "/api/test/echo/a?times=1&times=2" });
    expect(answer.statusCode).toBe(422);
  });

  it("refuses query parameters where there are none", async () => {
    expect((await get("/api/test/read?debug=1")).statusCode).toBe(422);
  });

  it.each(["{", "{'text':1}", '{"__proto__":{"admin":true},"text":"a"}', "text"])(
    "answers 400 to the body %j",
    async (payload) => {
      const answer = await post(payload);
      expect(answer.statusCode).toBe(400);
      expect(answer.json().code).toBe("malformed");
    },
  );

  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/xml"])(
    "answers 415 to %s",
    async (type) => {
      const answer = await post("text=a", { headers: { "content-type": type } });
      expect(answer.statusCode).toBe(415);
      expect(answer.json().code).toBe("wrong_type");
    },
  );

  it("answers 413 to more than 1 MiB", async () => {
    const answer = await post({ text: "a".repeat(1024 * 1024) });
    expect(answer.statusCode).toBe(413);
    expect(answer.json().code).toBe("too_large");
  });

  it("answers 401 to a stranger's megabytes without reading them", async () => {
    const answer = await post({ text: "a".repeat(1024 * 1024) }, { headers: { authorization: "" } });
    expect(answer.statusCode).toBe(401);
  });

  it.each(["/api/nothing", "/nothing", "/api/test/read/more"])("answers 404 to %s", async (url) => {
    const answer = await get(url);
    expect(answer.statusCode).toBe(404);
    expect(answer.json().code).toBe("not_found");
  });

  it("answers 400 to an address that cannot be decoded", async () => {
    const answer = await get("/api/test/%zz");
    expect(answer.statusCode).toBe(400);
    expect(Problem.parse(answer.json()).code).toBe("malformed");
  });

  it("answers a problem even to what is not HTTP", async () => {
    const server = engine.appWith({});
    await server.listen({ host: "127.0.0.1", port: 0 });
    const { port } = server.server.address() as AddressInfo; // listening on TCP, so it has a port
    const socket = connect(port, "127.0.0.1");
    socket.end("this is not HTTP\r\n\r\n");
    const answer = await text(socket);
    expect(answer).toMatch(/^HTTP\/1\.1 400 /);
    expect(Problem.parse(JSON.parse(answer.slice(answer.indexOf("{")))).code).toBe("malformed");
  });
});

describe("what an answer is", () => {
  it("shows nothing beyond the contract", async () => {
    expect((await get("/api/test/read")).body).toBe('{"shown":"yes"}');
  });

  it("carries a tag for private caches, and is not sent again to who holds it", async () => {
    const first = await get("/api/test/read");
    expect(first.headers["cache-control"]).toBe("private, no-cache");
    const tag = String(first.headers["etag"]);
    expect(tag).toMatch(/^"[\w-]{27}"$/);
    for (const known of [tag, `W/${tag}`, `"other", ${tag}`, "*"]) {
      const again = await get("/api/test/read", { "if-none-match": known });
      expect(again.statusCode).toBe(304);
      expect(again.body).toBe("");
      expect(again.headers["etag"]).toBe(tag);
    }
    expect((await get("/api/test/read", { "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  it.each(["/api/test/broken", "/api/test/crooked"])(
    "hides what went wrong behind a 500 at %s, and logs it with the correlation id",
    async (url) => {
      const answer = await get(url, { "x-request-id": "correlation-77#1" });
      expect(answer.statusCode).toBe(500);
      expect(answer.headers["content-type"]).toBe("application/problem+json; charset=utf-8");
      expect(Problem.parse(answer.json())).toEqual({
        type: "urn:mastery-engine:problem:internal",
        title: "Something went wrong",
        status: 500,
        detail: "The server could not answer. The fault has been noted.",
        code: "internal",
        instance: "urn:mastery-engine:request:correlation-77%231",
      });
      const line = engine.logged.find((text) => text.includes('"err"') && text.includes(url));
      expect(line).toContain("correlation-77#1");
    },
  );

  it("takes only a harmless correlation id", async () => {
    const answer = await get("/api/nothing", { "x-request-id": '"><script>' });
    expect(answer.json().instance).toMatch(/^urn:mastery-engine:request:[0-9a-f-]{36}$/);
  });

  it("logs each request in one line without values or tokens", async () => {
    engine.logged.length = 0;
    await post({ text: "very private" }, { url: "/api/test/echo/pete?times=3" });
    expect(engine.logged).toHaveLength(1);
    const line = engine.logged[0] ?? "";
    expect(line).toContain("/api/test/echo/:id");
    for (const value of ["pete", "private", "times=3", learner.bearer.authorization]) {
      expect(line).not.toContain(value);
    }
  });
});

describe("a request that rides on the cookie", () => {
  const origin = "http://localhost:8000";
  it.each([
    ["our header and origin", { "x-requested-with": "mastery", origin }, 202],
    ["no header of ours", { origin }, 403],
    ["no origin", { "x-requested-with": "mastery" }, 403],
    ["a foreign origin", { "x-requested-with": "mastery", origin: "https://evil.example" }, 403],
  ])("with %s is answered as it deserves", async (_what, headers, status) => {
    const cookie = `mastery_at=${learner.bearer.authorization.slice("Bearer ".length)}`;
    const answer = await app.inject({
      method: "POST",
      url: "/api/test/echo/a",
      headers: { cookie, ...headers },
      payload: { text: "a" },
    });
    expect(answer.statusCode).toBe(status);
  });
});
