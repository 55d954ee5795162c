import { problemOf, type Problem, type ProblemCode } from "@mastery/contracts/problem";
import { EngineError } from "./engine-error.ts";
import { isUnavailable } from "./is-unavailable.ts";

/** After this a request that ran out of time, or met a database that was away, may be tried again. */
const retryAfterSeconds = 5;

/** The one place where a failure of any kind becomes what the caller reads. Nothing internal passes. */
export function answerOf(error: unknown, requestId: string): Problem & { retryAfterSeconds?: number } {
  const failure = error instanceof EngineError ? error : engineErrorOf(error);
  const { code, message: detail, errors } = failure;
  const instance = `urn:mastery-engine:request:${encodeURIComponent(requestId)}`;
  return {
    ...problemOf({ code, detail, instance, errors }),
    ...(failure.retryAfterSeconds !== undefined && { retryAfterSeconds: failure.retryAfterSeconds }),
  };
}

/** Fastify's own refusals, by their code. */
const frameworkProblems: Record<string, [ProblemCode, string]> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: ["wrong_type", "Send JSON with `Content-Type: application/json`."],
  FST_ERR_CTP_BODY_TOO_LARGE: ["too_large", "The body must not be larger than 1 MiB."],
  FST_ERR_CTP_INVALID_JSON_BODY: ["malformed", "The body is not valid JSON."],
  FST_ERR_HANDLER_TIMEOUT: ["unavailable", "This took too long. Please try again."],
  FST_ERR_NOT_FOUND: ["not_found", "There is nothing at this address."],
};

function engineErrorOf(error: unknown): EngineError {
  const known = frameworkProblems[codeOf(error)];
  if (known) return new EngineError(...known, known[0] === "unavailable" ? { retryAfterSeconds } : {});
  if (isUnavailable(error)) {
    return new EngineError("unavailable", "This is not possible just now. Please try again.", {
      retryAfterSeconds,
    });
  }
  const status = error instanceof Error && "statusCode" in error ? error.statusCode : undefined;
  if (typeof status === "number" && status >= 400 && status < 500) {
    return new EngineError("malformed", "The request could not be read.");
  }
  return new EngineError("internal", "The server could not answer. The fault has been noted.");
}

function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}
