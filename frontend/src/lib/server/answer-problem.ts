import { problemOf, type ProblemCode } from "@mastery/contracts/problem";

interface ProblemDetail {
  readonly code: ProblemCode;
  readonly detail: string;
  /** The request's path. */
  readonly instance: string;
  readonly errors?: { path: string; message: string }[];
  readonly retryAfterSeconds?: number;
}

/** An RFC 9457 answer. */
export function answerProblem({ retryAfterSeconds, ...problem }: ProblemDetail): Response {
  const body = problemOf(problem);
  return new Response(JSON.stringify(body), {
    status: body.status,
    headers: {
      "content-type": "application/problem+json",
      "cache-control": "no-store",
      ...(retryAfterSeconds === undefined ? {} : { "retry-after": String(retryAfterSeconds) }),
    },
  });
}
