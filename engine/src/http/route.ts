import { mayActForLearner } from "@mastery/access/may-act-for";
import type { Endpoint } from "@mastery/contracts/endpoint";
import type { AccessClaims } from "@mastery/contracts/session";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import type { z } from "zod";
import type { Database } from "../stores/database.ts";
import { studentExists } from "../stores/students.ts";
import { authenticate } from "./authenticate.ts";
import type { EngineDeps } from "./deps.ts";
import { EngineError } from "./engine-error.ts";
import { entityTag, isKnown } from "./entity-tag.ts";
import { idempotently } from "./idempotent.ts";
import { createCallParser, type RawCall } from "./parse-call.ts";

type Parsed<E, Part extends string> = E extends { [P in Part]: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

/** What a handler is given, typed by its endpoint. */
export interface Call<E extends Endpoint> {
  readonly params: Parsed<E, "params">;
  readonly query: Parsed<E, "query">;
  readonly body: Parsed<E, "body">;
  /** Verified; on public endpoints absent when nobody is signed in. */
  readonly caller: E["access"] extends "public" ? AccessClaims | undefined : AccessClaims;
  /** On endpoints that take an `Idempotency-Key` a transaction that commits with the answer; else the database. */
  readonly db: Database;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /** Names this request across rooms; the gateway made it. */
  readonly correlationId: string;
  /** When the request was taken up. */
  readonly now: Date;
}

type Answer<E extends Endpoint> = E["success"] extends { schema: infer S extends z.ZodType }
  ? z.input<S>
  : void;

export type Handler<E extends Endpoint> = (call: Call<E>) => Promise<Answer<E>>;

/**
 * Registers one endpoint of the contract: who calls, may they, is it well-formed, is it theirs; then the handler, and
 * its answer through the contract's schema, so that a row never leaves with more than the contract shows.
 */
export function route<E extends Endpoint>(
  app: FastifyInstance,
  deps: EngineDeps,
  endpoint: E,
  handler: Handler<E>,
): void {
  const parse = createCallParser(endpoint);
  const callers = new WeakMap<FastifyRequest, AccessClaims>();
  app.route({
    method: endpoint.method,
    url: endpoint.path,
    // Before the body is read: a stranger's megabyte is refused unread.
    onRequest: async (request) => {
      const caller = await authenticate(endpoint, request, deps);
      if (caller) callers.set(request, caller);
    },
    handler: async (request, reply) => {
      const caller = callers.get(request);
      const raw = parse({ params: request.params, query: request.query, body: request.body });
      const now = deps.clock();
      if (endpoint.learnerParam) await requireLearner(raw, endpoint.learnerParam, caller, deps);
      const answerIn = (db: Database) =>
        handler({
          ...raw,
          caller,
          db,
          request,
          reply,
          correlationId: request.id,
          now,
        } as Call<E>); // parsed by this endpoint's own schemas, and `authenticate` returned a caller unless it is public
      const answer =
        endpoint.idempotent && caller
          ? await idempotently(
              deps.db,
              {
                caller: caller.sub,
                key: idempotencyKey(request),
                call: { path: endpoint.path, ...raw },
                status: endpoint.success.status,
                now,
              },
              answerIn,
            )
          : await answerIn(deps.db);
      return send(request, reply, endpoint, answer);
    },
  });
}

async function requireLearner(
  raw: RawCall,
  learnerParam: "studentId",
  caller: AccessClaims | undefined,
  deps: EngineDeps,
): Promise<void> {
  const studentId = (raw.params as Record<"studentId", string>)[learnerParam]; // the endpoint's params schema has it
  if (!caller || !(await mayActForLearner(caller, studentId, deps.teaching))) {
    throw new EngineError("forbidden", "These are another learner's data.");
  }
  // Only an admin gets here with an id that may not exist.
  if (caller.role === "admin" && !(await studentExists(deps.db, studentId))) {
    throw new EngineError("not_found", "There is no such learner.");
  }
}

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  return Array.isArray(key) ? key.join(",") : key;
}

function send(request: FastifyRequest, reply: FastifyReply, endpoint: Endpoint, answer: unknown) {
  const { status, schema } = endpoint.success;
  const isRead = endpoint.method === "GET";
  if (!reply.hasHeader("cache-control")) {
    void reply.header("cache-control", isRead ? "private, no-cache" : "no-store");
  }
  if (!schema) return reply.code(status).send();
  const payload = JSON.stringify(schema.parse(answer));
  void reply.type("application/json; charset=utf-8");
  if (!isRead) return reply.code(status).send(payload);
  const tag = entityTag(payload);
  void reply.header("etag", tag);
  if (isKnown(request.headers["if-none-match"], tag)) return reply.code(304).send();
  return reply.code(status).send(payload);
}
