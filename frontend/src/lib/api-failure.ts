import { Problem, problems, type ProblemCode } from "@mastery/contracts/problem";
import { z } from "zod";
import { parseJson } from "./parse-json.ts";

/** Why a call did not give an answer. `signed-out`: the session could not be renewed either. */
export type ApiFailure =
  | {
      readonly type: "problem";
      readonly status: number;
      readonly code: ProblemCode;
      readonly detail: string;
      /** What is wrong with which value, where the service says so. */
      readonly errors: readonly { path: string; message: string }[];
      readonly retryAfterMs?: number;
      /** Names this request in the server's log. */
      readonly reference?: string;
    }
  | { readonly type: "signed-out" }
  | { readonly type: "offline"; readonly detail: string }
  | { readonly type: "unreadable"; readonly status: number; readonly detail: string };

/** Kong's own errors; `request_id` stands on some of them. */
const GatewayError = z.object({ message: z.string(), request_id: z.string().optional() });

const codeByStatus: Record<number, ProblemCode> = {
  400: "malformed",
  401: "unauthenticated",
  403: "forbidden",
  404: "not_found",
  409: "conflict",
  413: "too_large",
  415: "wrong_type",
  422: "invalid",
  429: "slow_down",
  502: "unavailable",
  503: "unavailable",
  504: "unavailable",
};

/** Reads what a service (problem+json) or the gateway (its own shape) said. */
export function readFailure(status: number, body: string, headers: Headers): ApiFailure {
  const json = parseJson(body);
  const problem = Problem.safeParse(json).data;
  const gateway = GatewayError.safeParse(json).data;
  const code = problem && isProblemCode(problem.code) ? problem.code : (codeByStatus[status] ?? "internal");
  const reference = headers.get("x-request-id") ?? gateway?.request_id;
  const retryAfterMs = readRetryAfter(headers.get("retry-after"));
  return {
    type: "problem",
    status,
    code,
    detail: problem?.detail ?? `${problems[code].title}.`,
    errors: problem?.errors ?? [],
    ...(retryAfterMs === undefined ? {} : { retryAfterMs }),
    ...(reference === undefined ? {} : { reference }),
  };
}

/** One short sentence for people. */
export function failureText(failure: ApiFailure): string {
  switch (failure.type) {
    case "problem":
      return failure.detail;
    case "signed-out":
      return "Your session has ended.";
    case "offline":
    case "unreadable":
      return failure.detail;
  }
}

/** What TanStack Query needs a failure to be; carries the value. */
export class ApiError extends Error {
  readonly failure: ApiFailure;
  constructor(failure: ApiFailure) {
    super(failureText(failure));
    this.name = "ApiError";
    this.failure = failure;
  }
}

function isProblemCode(code: string): code is ProblemCode {
  return Object.hasOwn(problems, code);
}

function readRetryAfter(value: string | null): number | undefined {
  return value !== null && /^\d+$/.test(value) ? Number(value) * 1000 : undefined;
}
