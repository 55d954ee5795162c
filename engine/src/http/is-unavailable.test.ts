import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../test-support/test-engine.ts";
import { createDatabase } from "../stores/database.ts";
import { createPool } from "../stores/pool.ts";
import { isUnavailable } from "./is-unavailable.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(() => engine.close());

describe("a database that is away", () => {
  it("is a 503 that says when to try again, not a fault of ours or the caller's", async () => {
    const { bearer } = await engine.person("student");
    const pool = createPool("postgres://nobody@127.0.0.1:1/none");
    const away = engine.appWith({ db: createDatabase(pool), pool });
    const answer = await away.inject({ url: "/api/exercises", headers: bearer });
    expect(answer.statusCode).toBe(503);
    expect(answer.json().code).toBe("unavailable");
    expect(answer.headers["retry-after"]).toBe("5");
    expect(answer.body).not.toContain("ECONNREFUSED");
    await pool.end();
  });

  it.each(["SELECT 1 / 0", "SELECT nonsense", "INSERT INTO flags (name) VALUES (NULL)"])(
    "is told apart from a fault of ours such as %s",
    async (statement) => {
      const fault: unknown = await engine.deps.pool.query(statement).catch((error: unknown) => error);
      expect(fault).toBeInstanceOf(Error);
      expect(isUnavailable(fault)).toBe(false);
    },
  );

  it("includes one that cut the connection in the middle", async () => {
    const client = await engine.deps.pool.connect();
    // What comes after the cut on the same connection, a rollback for one, fails with words of its own.
    for (const statement of ["SELECT pg_terminate_backend(pg_backend_pid())", "ROLLBACK"]) {
      const fault: unknown = await client.query(statement).catch((error: unknown) => error);
      expect([statement, isUnavailable(fault)]).toEqual([statement, true]);
    }
    client.release(true);
  });
});
