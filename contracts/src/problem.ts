import { z } from "zod";

/** What a service answers when it cannot do what was asked (RFC 9457, `application/problem+json`). */
export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.int().min(400).max(599),
  detail: z.string(),
  code: z.string(),
  instance: z.string(),
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
});
export type Problem = z.infer<typeof Problem>;

/** Every `code` a problem may carry, with its HTTP status and title. Clients switch on the code, never on the text. */
export const problems = {
  malformed: { status: 400, title: "The request could not be read" },
  unauthenticated: { status: 401, title: "Not signed in" },
  wrong_credentials: { status: 401, title: "E-mail and password do not match" },
  refresh_refused: { status: 401, title: "Please sign in again" },
  forbidden: { status: 403, title: "Not allowed" },
  cross_site: { status: 403, title: "Request from another site refused" },
  not_found: { status: 404, title: "Not found" },
  raced: { status: 409, title: "Another tab has just refreshed" },
  conflict: { status: 409, title: "Conflict" },
  idempotency_conflict: { status: 409, title: "Idempotency key used with another request" },
  too_large: { status: 413, title: "Too large" },
  wrong_type: { status: 415, title: "Wrong content type" },
  invalid: { status: 422, title: "Some values are not valid" },
  too_many_streams: { status: 429, title: "Too many open streams" },
  slow_down: { status: 429, title: "Slow down" },
  internal: { status: 500, title: "Something went wrong" },
  unavailable: { status: 503, title: "Not available right now" },
} as const satisfies Record<string, { status: number; title: string }>;
export type ProblemCode = keyof typeof problems;

interface ProblemDetail {
  readonly code: ProblemCode;
  /** One or two plain sentences for a person. */
  readonly detail: string;
  /** Names this occurrence: the request's path or a URN. */
  readonly instance: string;
  readonly errors?: readonly { path: string; message: string }[] | undefined;
}

/** A problem in full: status and title follow from its code, and its type is a URN made of it. */
export function problemOf({ code, detail, instance, errors }: ProblemDetail): Problem {
  const { status, title } = problems[code];
  const type = `urn:mastery-engine:problem:${code}`;
  return { type, title, status, detail, code, instance, ...(errors && { errors: [...errors] }) };
}
