import { type Problem, type ProblemCode, problemOf } from "@mastery/contracts/problem";
import type { ServerResponse } from "node:http";
import { metrics } from "./metrics.ts";

/** A request that is not granted, and why, in a sentence for people. */
export interface Refusal {
  readonly type: "refused";
  readonly code: ProblemCode;
  readonly detail: string;
  readonly errors?: Problem["errors"];
}

/** Seconds after which a refused caller may try again. */
const retryAfterSeconds: Partial<Record<ProblemCode, number>> = { too_many_streams: 30, unavailable: 2 };

export function refuse(code: ProblemCode, detail: string, errors?: Problem["errors"]): Refusal {
  return { type: "refused", code, detail, ...(errors ? { errors } : {}) };
}

/** Answers with `application/problem+json`; `path` is the request's, without its query. */
export function answerRefusal(response: ServerResponse, path: string, refusal: Refusal): void {
  const { code, detail, errors } = refusal;
  metrics.refusals.inc({ code });
  const body = problemOf({ code, detail, instance: path, errors });
  const retryAfter = retryAfterSeconds[code];
  response.writeHead(body.status, {
    "Content-Type": "application/problem+json",
    "Cache-Control": "no-store",
    ...(retryAfter === undefined ? {} : { "Retry-After": String(retryAfter) }),
  });
  response.end(JSON.stringify(body));
}
