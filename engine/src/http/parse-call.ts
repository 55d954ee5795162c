import type { Endpoint } from "@mastery/contracts/endpoint";
import { z } from "zod";
import { EngineError, type Fault } from "./engine-error.ts";

export interface RawCall {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

type Parser = (raw: RawCall) => RawCall;

/** Parses params, query and body strictly: a field that the contract does not name is a fault, and all faults are told. */
export function createCallParser(endpoint: Endpoint): Parser {
  const schemas = {
    params: (endpoint.params ?? z.object({})).strict(),
    query: (endpoint.query ?? z.object({})).strict(),
    body: endpoint.body ?? z.strictObject({}).optional(),
  };
  return (raw) => {
    const params = schemas.params.safeParse(raw.params ?? {});
    const query = schemas.query.safeParse(raw.query ?? {});
    const body = schemas.body.safeParse(raw.body);
    if (params.success && query.success && body.success) {
      return { params: params.data, query: query.data, body: body.data };
    }
    throw new EngineError("invalid", "Some values are not valid; see errors.", {
      errors: [...faults("path", params), ...faults("query", query), ...faults("body", body)],
    });
  };
}

function faults(part: string, parsed: { error?: z.ZodError | undefined }): Fault[] {
  return (parsed.error?.issues ?? []).flatMap((issue) => {
    const path = [part, ...issue.path].map(String);
    if (issue.code !== "unrecognized_keys") return [{ path: path.join("."), message: issue.message }];
    return issue.keys.map((key) => ({ path: [...path, key].join("."), message: "is not known here" }));
  });
}
