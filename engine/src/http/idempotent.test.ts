import type { Endpoint } from "@mastery/contracts/endpoint";
import type { FastifyInstance } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { createTestEngine, type TestEngine, type TestPerson } from "../../test-support/test-engine.ts";
import { EngineError } from "./engine-error.ts";
import { route } from "./route.ts";

/** Counts how often it was really done. */
const count = {
  method: "POST",
  path: "/api/test/count/:id",
  room: "engine",
  summary: "Counts",
  access: "submission:create",
  params: z.object({ id: z.string() }),
  query: z.object({ times: z.coerce.number().int().default(1) }),
  body: z.strictObject({ text: z.string() }),
  idempotent: true,
  success: { status: 202, schema: z.object({ tries: z.int() }) },
} as const satisfies Endpoint;

const mark = {
  method: "POST",
  path: "/api/test/mark",
  room: "engine",
  summary: "Does something and has nothing to say",
  access: "submission:create",
  idempotent: true,
  success: { status: 204 },
} as const satisfies Endpoint;

let engine: TestEngine;
let app: FastifyInstance;
let learner: TestPerson;
let tries = 0;

beforeAll(async () => {
  engine = await createTestEngine();
  app = engine.appWith({});
  learner = await engine.person("student");
  route(app, engine.deps, count, async ({ body }) => {
    tries += 1;
    if (body.text === "refuse") throw new EngineError("conflict", "Not twice.");
    return { tries };
  });
  route(app, engine.deps, mark, async () => {
    tries += 1;
  });
});
afterAll(() => engine.close());

function post(payload: object, { url = "/api/test/count/a", headers = {} } = {}) {
  return app.inject({ method: "POST", url, headers: { ...learner.bearer, ...headers }, payload });
}

describe("an Idempotency-Key", () => {
  let keys = 0;
  const fresh = () => ({ "idempotency-key": `key-${(keys += 1)}` });

  it("gives the first answer again without doing anything again", async () => {
    const headers = fresh();
    const first = await post({ text: "once" }, { headers });
    const triesBefore = tries;
    const second = await post({ text: "once" }, { headers });
    expect(second.statusCode).toBe(202);
    expect(second.json()).toEqual(first.json());
    expect(tries).toBe(triesBefore);
  });

  it("does it once when the same request comes many times at once", async () => {
    const headers = fresh();
    const triesBefore = tries;
    const answers = await Promise.all(Array.from({ length: 6 }, () => post({ text: "race" }, { headers })));
    expect(new Set(answers.map((answer) => answer.body.length > 0 && answer.json().tries)).size).toBe(1);
    expect(tries).toBe(triesBefore + 1);
  });

  it("works where there is no body, in the request or in the answer", async () => {
    const headers = { ...learner.bearer, ...fresh() };
    const triesBefore = tries;
    for (let i = 0; i < 2; i += 1) {
      const answer = await app.inject({ method: "POST", url: "/api/test/mark", headers });
      expect([answer.statusCode, answer.body]).toEqual([204, ""]);
    }
    expect(tries).toBe(triesBefore + 1);
  });

  it("answers 409 to another body, query or path under the same key", async () => {
    const headers = fresh();
    await post({ text: "first" }, { headers });
    const others = [
      await post({ text: "second" }, { headers }),
      await post({ text: "first" }, { headers, url: "/api/test/count/a?times=2" }),
      await post({ text: "first" }, { headers, url: "/api/test/count/b" }),
    ];
    for (const other of others) {
      expect(other.statusCode).toBe(409);
      expect(other.json().code).toBe("idempotency_conflict");
    }
  });

  it("belongs to its caller: another's same key is a different one", async () => {
    const headers = fresh();
    const other = await engine.person("student");
    const first = await post({ text: "mine" }, { headers });
    const second = await post({ text: "theirs" }, { headers: { ...headers, ...other.bearer } });
    expect(second.statusCode).toBe(202);
    expect(second.json().tries).toBeGreaterThan(first.json().tries);
  });

  it("remembers no failure, so that a repaired request may use it", async () => {
    const headers = fresh();
    expect((await post({ text: "refuse" }, { headers })).statusCode).toBe(409);
    expect((await post({ text: "fine" }, { headers })).statusCode).toBe(202);
  });

  it("is forgotten after seven days", async () => {
    const headers = fresh();
    const own = await engine.person("student");
    const first = await post({ text: "old" }, { headers: { ...headers, ...own.bearer } });
    await engine.deps.db
      .updateTable("idempotencyKeys")
      .set({ createdAt: new Date(engine.deps.clock().getTime() - 7 * 86_400_000 - 1) })
      .where("caller", "=", own.accountId)
      .execute();
    const second = await post({ text: "new" }, { headers: { ...headers, ...own.bearer } });
    expect(second.statusCode).toBe(202);
    expect(second.json().tries).toBeGreaterThan(first.json().tries);
  });

  it.each(["", "with blank", "x".repeat(129)])("is refused when it is %j", async (key) => {
    const answer = await post({ text: "a" }, { headers: { "idempotency-key": key } });
    expect(answer.statusCode).toBe(422);
    expect(answer.json().errors[0].path).toBe("header.Idempotency-Key");
  });
});
