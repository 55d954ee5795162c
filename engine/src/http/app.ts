import { randomUUID } from "node:crypto";
import { limits } from "@mastery/contracts/limits";
import { histogram } from "@mastery/telemetry/metrics";
import { fastify, type FastifyInstance, type FastifyReply, type FastifyRequest } from "fastify";
import { purgeExpired } from "../sign-in/purge-expired.ts";
import { registerAuthRoutes } from "./auth/routes.ts";
import { registerClassRoutes } from "./classes/routes.ts";
import type { EngineDeps } from "./deps.ts";
import { EngineError } from "./engine-error.ts";
import { registerExerciseRoutes } from "./exercises/routes.ts";
import { registerFlagRoutes } from "./flags/routes.ts";
import { registerMasteryRoutes } from "./mastery/routes.ts";
import { registerOpenApiRoutes } from "./openapi/routes.ts";
import { answerOf } from "./answer-of.ts";
import { registerRecommendationRoutes } from "./recommendations/routes.ts";
import { refuseUnreadable } from "./refuse-unreadable.ts";
import { registerSubmissionRoutes } from "./submissions/routes.ts";

/** From the first byte of a request to its last. */
const requestTimeoutMs = 30_000;
/** From routing to the answer; then 503. */
const handlerTimeoutMs = 15_000;
/** Longer than the gateway keeps its connections, so that the gateway is the one who closes. */
const keepAliveTimeoutMs = 75_000;
/** More than the gateway lets pass, and adds: whoever is refused for it is refused there. */
const headerBytesMax = 64 * 1024;
const purgeEveryMs = 3_600_000;
const correlationIdPattern = /^[\w.:#-]{1,128}$/;

const requestSeconds = histogram(
  "mastery_http_request_seconds",
  "Time from routing to the answer, by endpoint and status",
  [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5],
  ["method", "route", "status"],
);

/** The engine's HTTP side, ready to listen or to be injected into. */
export function createEngineApp(deps: EngineDeps): FastifyInstance {
  const app = fastify({
    logger: false,
    bodyLimit: limits.bodyBytesMax,
    http: { maxHeaderSize: headerBytesMax },
    requestTimeout: requestTimeoutMs,
    handlerTimeout: handlerTimeoutMs,
    keepAliveTimeout: keepAliveTimeoutMs,
    clientErrorHandler: refuseUnreadable,
    frameworkErrors: (error, request, reply) => void answerProblem(deps, error, request, reply),
    genReqId: (request) => correlationIdOf(request.headers["x-request-id"]),
  });
  acceptOnlyJson(app);
  answerProblems(app, deps);
  logShortly(app, deps);
  purgeNowAndThen(app, deps);
  registerAuthRoutes(app, deps);
  registerExerciseRoutes(app, deps);
  registerClassRoutes(app, deps);
  registerFlagRoutes(app, deps);
  registerSubmissionRoutes(app, deps);
  registerMasteryRoutes(app, deps);
  registerRecommendationRoutes(app, deps);
  registerOpenApiRoutes(app, deps);
  return app;
}

function correlationIdOf(header: string | string[] | undefined): string {
  return typeof header === "string" && correlationIdPattern.test(header) ? header : randomUUID();
}

/** Some endpoints take no body or an optional one: an empty body is none, whatever its content type says. */
function acceptOnlyJson(app: FastifyInstance): void {
  const parseJson = app.getDefaultJsonParser("error", "error");
  app.removeAllContentTypeParsers();
  app.addContentTypeParser("application/json", { parseAs: "string" }, (request, body, done) => {
    if (body === "") return done(null);
    // The parser reports through `done`; what it returns is of no use.
    void parseJson(request, body.toString(), done);
  });
}

function answerProblems(app: FastifyInstance, deps: EngineDeps): void {
  app.setErrorHandler((error, request, reply) => answerProblem(deps, error, request, reply));
  app.setNotFoundHandler(() => {
    throw new EngineError("not_found", "There is nothing at this address.");
  });
}

function answerProblem(
  { logger }: EngineDeps,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const { retryAfterSeconds, ...problem } = answerOf(error, request.id);
  const where = { correlationId: request.id, route: routeOf(request) };
  if (problem.code === "unavailable") {
    // Everybody meets this while the database is away: one short line each.
    logger.warn({ reason: reasonOf(error), ...where }, "a request could not be served just now");
  } else if (problem.status >= 500) logger.error({ err: error, ...where }, "a request failed");
  if (retryAfterSeconds !== undefined) void reply.header("retry-after", retryAfterSeconds);
  if (problem.status === 401) void reply.header("www-authenticate", "Bearer");
  return reply
    .code(problem.status)
    .header("cache-control", "no-store")
    .type("application/problem+json; charset=utf-8")
    .send(JSON.stringify(problem));
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

/** Housekeeping rides along with whoever serves sign-ins; several doing it at once do no harm. */
function purgeNowAndThen(app: FastifyInstance, { db, clock, logger }: EngineDeps): void {
  const purge = (): void => {
    purgeExpired(db, clock()).catch((error: unknown) => {
      logger.warn({ err: error }, "expired rows could not be removed; trying again in an hour");
    });
  };
  const timer = setInterval(purge, purgeEveryMs).unref();
  app.addHook("onClose", () => clearInterval(timer));
}

/** One short line a request: never an address with values in it, a body or a token. */
function logShortly(app: FastifyInstance, { logger }: EngineDeps): void {
  app.addHook("onResponse", async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: reply.statusCode };
    requestSeconds.observe(labels, reply.elapsedTime / 1000);
    logger.info({ ...labels, ms: Math.round(reply.elapsedTime), correlationId: request.id }, "answered");
  });
}

function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? "unknown";
}
