import { z } from "zod";
import { parseJson } from "../parse-json.ts";
import { readEnvironment } from "./environment.ts";
import { callUpstream } from "./upstream.ts";

const documentTimeoutMs = 3_000;

const Operation = z.object({
  summary: z.string().optional(),
  parameters: z
    .array(z.object({ name: z.string(), in: z.string(), required: z.boolean().optional() }))
    .optional(),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.object({ description: z.string().optional() })),
});
const ApiDocument = z.object({
  info: z.object({ title: z.string(), version: z.string(), description: z.string().optional() }),
  // An item also holds keys that are no method; those are passed over below.
  paths: z.record(z.string(), z.record(z.string(), z.unknown())),
});

export interface ApiOperation {
  readonly method: string;
  readonly path: string;
  readonly summary: string;
  readonly parameters: readonly { name: string; place: string; required: boolean }[];
  readonly hasBody: boolean;
  readonly answers: readonly { status: string; description: string }[];
}

export interface ApiListing {
  readonly title: string;
  readonly version: string;
  readonly operations: readonly ApiOperation[];
}

/** The OpenAPI document as a plain list, or undefined when the engine does not give one. */
export async function readApiDocument(): Promise<ApiListing | undefined> {
  const answer = await callUpstream(readEnvironment().engineUrl, {
    method: "GET",
    path: "/api/openapi.json",
    timeoutMs: documentTimeoutMs,
  });
  if (answer.type === "unreachable" || answer.status !== 200) return undefined;
  const document = ApiDocument.safeParse(parseJson(answer.body)).data;
  if (!document) return undefined;
  const operations = Object.entries(document.paths).flatMap(([path, item]) =>
    Object.entries(item).flatMap(([method, raw]) => {
      const operation = Operation.safeParse(raw).data;
      return operation ? [toOperation(path, method, operation)] : [];
    }),
  );
  return { title: document.info.title, version: document.info.version, operations };
}

function toOperation(path: string, method: string, operation: z.infer<typeof Operation>): ApiOperation {
  return {
    path,
    method: method.toUpperCase(),
    summary: operation.summary ?? "",
    parameters: (operation.parameters ?? []).map(({ name, in: place, required }) => ({
      name,
      place,
      required: required ?? false,
    })),
    hasBody: operation.requestBody !== undefined,
    answers: Object.entries(operation.responses).map(([status, { description }]) => ({
      status,
      description: description ?? "",
    })),
  };
}
