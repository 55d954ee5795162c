import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";
import { endpoints } from "./endpoints.ts";
import { Problem, problems, type ProblemCode } from "./problem.ts";

type Json = Record<string, unknown>;

export interface OpenApiDocument extends Json {
  readonly openapi: "3.1.0";
  readonly paths: Record<string, Record<string, Json>>;
}

/** The whole HTTP interface as OpenAPI 3.1, made from the table that the services register. */
export function openApiDocument(about: { publicUrl: string; version: string }): OpenApiDocument {
  const paths: Record<string, Record<string, Json>> = {};
  for (const [name, endpoint] of Object.entries<Endpoint>(endpoints)) {
    const path = endpoint.path.replaceAll(/:(\w+)/g, "{$1}");
    paths[path] = { ...paths[path], [endpoint.method.toLowerCase()]: operation(name, endpoint) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Mastery Engine",
      version: about.version,
      description:
        "Programs sign in for tokens and send `Authorization: Bearer`. Browsers say `X-Requested-With: mastery` " +
        "and get cookies instead.",
    },
    servers: [{ url: about.publicUrl }],
    paths,
    components: {
      schemas: { Problem: schemaOf(Problem, "output") },
      securitySchemes: {
        bearer: { type: "http", scheme: "bearer", bearerFormat: "JWT" },
        cookie: { type: "apiKey", in: "cookie", name: accessCookie(about.publicUrl) },
      },
    },
  };
}

function accessCookie(publicUrl: string): string {
  return new URL(publicUrl).protocol === "https:" ? "__Host-mastery_at" : "mastery_at";
}

function operation(name: string, endpoint: Endpoint): Json {
  const isPublic = endpoint.access === "public";
  return {
    operationId: name,
    summary: endpoint.summary,
    tags: [endpoint.room],
    ...(!isPublic && { "x-permission": endpoint.access }),
    security: isPublic ? [] : [{ bearer: [] }, { cookie: [] }],
    parameters: [
      ...parameters("path", endpoint.params),
      ...parameters("query", endpoint.query),
      ...(endpoint.idempotent ? [idempotencyKey] : []),
    ],
    ...(endpoint.body && {
      requestBody: {
        required: !endpoint.body.safeParse(undefined).success,
        content: { "application/json": { schema: schemaOf(endpoint.body, "input") } },
      },
    }),
    responses: { [endpoint.success.status]: success(endpoint), ...problemAnswers(endpoint) },
  };
}

const idempotencyKey: Json = {
  name: "Idempotency-Key",
  in: "header",
  required: false,
  description:
    "The same key and body gives the first answer again; another body is refused. Kept seven days.",
  schema: { type: "string", minLength: 1, maxLength: 128 },
};

function parameters(place: "path" | "query", schema: z.ZodObject | undefined): Json[] {
  return Object.entries(schema?.shape ?? {}).map(([name, value]) => ({
    name,
    in: place,
    required: place === "path" || !z.safeParse(value, undefined).success,
    schema: schemaOf(value, "input"),
  }));
}

function success({ success: { schema, status, type } }: Endpoint): Json {
  const description = status === 204 ? "Done" : "Success";
  if (type !== undefined) return { description, content: { [type]: { schema: { type: "string" } } } };
  if (!schema) return { description };
  return { description, content: { "application/json": { schema: schemaOf(schema, "output") } } };
}

/** What every endpoint may answer, what this one says of itself, and what follows from its shape. */
function problemAnswers(endpoint: Endpoint): Record<string, Json> {
  const codes = new Set<ProblemCode>(["malformed", "invalid", "slow_down", "internal", "unavailable"]);
  if (endpoint.access !== "public") codes.add("unauthenticated").add("forbidden");
  if (endpoint.method !== "GET") codes.add("cross_site");
  if (endpoint.learnerParam) codes.add("not_found");
  if (endpoint.body) codes.add("too_large").add("wrong_type");
  for (const code of endpoint.problems ?? []) codes.add(code);
  const byStatus = Map.groupBy([...codes].sort(), (code) => problems[code].status);
  return Object.fromEntries(
    [...byStatus].map(([status, its]) => [String(status), problemAnswer(status, its)]),
  );
}

function problemAnswer(status: number, codes: readonly ProblemCode[]): Json {
  const mayWait = status === 429 || status === 503;
  return {
    description: codes.map((code) => `\`${code}\`: ${problems[code].title}`).join("; "),
    ...(mayWait && {
      headers: { "Retry-After": { description: "Seconds to wait", schema: { type: "integer" } } },
    }),
    content: { "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } } },
  };
}

/** OpenAPI 3.1 speaks JSON Schema 2020-12 and names it itself. */
function schemaOf(schema: z.core.$ZodType, io: "input" | "output"): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: "any" });
  return rest;
}
