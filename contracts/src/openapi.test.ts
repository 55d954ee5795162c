import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { openApiDocument } from "./openapi.ts";

const document = openApiDocument({ publicUrl: "http://localhost:8000", version: "1.2.3" });

const Schema = z.record(z.string(), z.unknown());
const Content = z.record(z.string(), z.strictObject({ schema: Schema }));
/** The part of the OpenAPI 3.1 schema that this document uses, written down strictly. */
const Operation = z.strictObject({
  operationId: z.string(),
  summary: z.string().min(1),
  tags: z.array(z.string()).min(1),
  "x-permission": z.string().optional(),
  security: z.array(z.strictObject({ bearer: z.tuple([]) }).or(z.strictObject({ cookie: z.tuple([]) }))),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.enum(["path", "query", "header"]),
      required: z.boolean(),
      description: z.string().optional(),
      schema: Schema,
    }),
  ),
  requestBody: z.strictObject({ required: z.boolean(), content: Content }).optional(),
  responses: z.record(
    z.string().regex(/^[2-5]\d\d$/),
    z.strictObject({
      description: z.string().min(1),
      headers: Schema.optional(),
      content: Content.optional(),
    }),
  ),
});

function operationOf(endpoint: Endpoint) {
  const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
  return Operation.parse(document.paths[path]?.[endpoint.method.toLowerCase()]);
}

const named = Object.entries<Endpoint>(endpoints);

describe("the OpenAPI document", () => {
  it("says what it is", () => {
    expect(document).toMatchObject({
      openapi: "3.1.0",
      info: { title: "Mastery Engine", version: "1.2.3" },
      servers: [{ url: "http://localhost:8000" }],
    });
  });

  it("has exactly the endpoints that exist", () => {
    const operations = Object.values(document.paths).flatMap((path) => Object.values(path));
    const ids = operations.map((operation) => Operation.parse(operation).operationId);
    expect(ids.sort()).toEqual(Object.keys(endpoints).sort());
  });

  it.each(named)("describes %s in the shape of OpenAPI 3.1", (name, endpoint) => {
    const operation = operationOf(endpoint);
    expect(operation.operationId).toBe(name);
    expect(operation.responses).toHaveProperty(String(endpoint.success.status));
    const inPath = [...endpoint.path.matchAll(/:(\w+)/g)].map((match) => match[1]);
    const described = operation.parameters.filter((parameter) => parameter.in === "path");
    expect(described.map((parameter) => parameter.name)).toEqual(inPath);
    expect(operation.security.length > 0).toBe(endpoint.access !== "public");
  });

  it("tells which parameters may be left out", () => {
    const { parameters } = operationOf(endpoints.submissions);
    expect(parameters.filter((parameter) => parameter.required)).toEqual([]);
    const ofSubmit = operationOf(endpoints.submit).parameters.map((parameter) => parameter.name);
    expect(ofSubmit).toContain("Idempotency-Key");
  });

  it("refuses unknown fields of a body as the services do", () => {
    const schema = operationOf(endpoints.login).requestBody?.content["application/json"]?.schema;
    expect(schema).toMatchObject({ additionalProperties: false, required: ["email", "password"] });
    expect(operationOf(endpoints.refresh).requestBody?.required).toBe(false);
  });

  it("answers every refusal as a problem", () => {
    const { responses } = operationOf(endpoints.mastery);
    expect(Object.keys(responses)).toEqual(
      expect.arrayContaining(["401", "403", "404", "422", "429", "500"]),
    );
    expect(responses["403"]?.content).toEqual({
      "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
    });
  });

  it("refers only to what it holds", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(references)).toEqual(new Set(["#/components/schemas/Problem"]));
  });

  it("names the cookie that https uses", () => {
    const secure = openApiDocument({ publicUrl: "https://mastery.example", version: "1" });
    expect(JSON.stringify(secure.components)).toContain("__Host-mastery_at");
  });
});
