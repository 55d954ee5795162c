import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestEngine, type TestEngine } from "../../../test-support/test-engine.ts";

let engine: TestEngine;
beforeAll(async () => {
  engine = await createTestEngine();
});
afterAll(() => engine.close());

describe("the OpenAPI document", () => {
  it("is served to anybody, whole, and revalidated by its tag", async () => {
    const answer = await engine.app.inject({ url: "/api/openapi.json" });
    expect(answer.statusCode).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-cache");
    expect(answer.json()).toMatchObject({
      openapi: "3.1.0",
      info: { version: "0.0.0" },
      components: { securitySchemes: { bearer: {} } },
    });
    expect(Object.keys(answer.json().paths)).toContain("/api/mastery/calculate/{studentId}");
    const known = { "if-none-match": String(answer.headers["etag"]) };
    const again = await engine.app.inject({ url: "/api/openapi.json", headers: known });
    expect(again.statusCode).toBe(304);
  });
});
