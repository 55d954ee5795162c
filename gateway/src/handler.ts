import type { IncomingMessage, ServerResponse } from "node:http";
import type { Logger } from "@mastery/telemetry/logger";
import type { IsTrusted } from "./client-address.ts";
import { composeRoutes, type ComposedRoute } from "./compose.ts";
import type { Config } from "./config-schema.ts";
import { createExchange } from "./create-exchange.ts";
import type { Exchange, Reply } from "./exchange.ts";
import { isMalformed, readTarget, type RequestTarget } from "./normalise-path.ts";
import { proxy } from "./proxy.ts";
import { createLoopbackRedirect } from "./redirect-loopback.ts";
import { compactReply, errorReply } from "./reply.ts";
import { createRouter, type Match } from "./router.ts";
import { sendReply } from "./send-reply.ts";
import { createUpstreamTarget, type ResolveUpstream, type UpstreamTarget } from "./upstream-target.ts";

export interface HandlerOptions {
  readonly config: Config;
  readonly resolveUpstream?: ResolveUpstream;
  readonly publicUrl: string;
  readonly isTrusted: IsTrusted;
  readonly logger: Logger;
  readonly flags?: { kongAuth(): boolean };
  readonly clock: () => number;
}

export interface Handler {
  readonly routes: readonly {
    readonly name: string;
    readonly service: string;
    readonly authenticated: boolean;
  }[];
  handle(request: IncomingMessage, response: ServerResponse): void;
  /** Route and plugins only: what to answer, or where the request may go on to. */
  admit(request: IncomingMessage, inviteBody?: () => void): Admission | Promise<Admission>;
  close(): void;
}

export type Admission =
  | { readonly type: "answer"; readonly exchange: Exchange; readonly reply: Reply }
  | {
      readonly type: "pass";
      readonly exchange: Exchange;
      readonly match: Match<ComposedRoute>;
      readonly target: UpstreamTarget;
    };

/** Everything that happens to one request: read, route, plugins in order, proxy. Waits only where a plugin does. */
export function createHandler(options: HandlerOptions): Handler {
  const { clock, logger, config } = options;
  const routes = composeRoutes(config, clock);
  const route = createRouter(routes);
  const redirect = createLoopbackRedirect(options.publicUrl);
  const targets = new Map(
    config.services.map((service) => [service.name, createUpstreamTarget(service, options.resolveUpstream)]),
  );
  const checksTokens = (): boolean => options.flags?.kongAuth() ?? true;

  const read = (request: IncomingMessage, target: RequestTarget, inviteBody = nothing): Exchange =>
    createExchange(request, target, options.isTrusted, clock(), inviteBody);

  const admit: Handler["admit"] = (request, inviteBody) => {
    const place = readTarget(request.url ?? "/");
    const exchange = read(request, place ?? nowhere, inviteBody);
    if (isMalformed(exchange.path))
      return { type: "answer", exchange, reply: errorReply(exchange, 400, "Bad request") };
    const redirection = redirect(exchange);
    if (redirection !== undefined) return { type: "answer", exchange, reply: redirection };
    const match = place && route(exchange.method, exchange.path);
    const target = match && targets.get(match.route.service);
    if (match === undefined || target === undefined) {
      return {
        type: "answer",
        exchange,
        reply: errorReply(exchange, 404, "no Route matched with those values"),
      };
    }
    const run = checksTokens() ? match.route.plugins : match.route.pluginsWithoutAuth;
    const decide = (reply: Reply | undefined): Admission =>
      reply === undefined ? { type: "pass", exchange, match, target } : { type: "answer", exchange, reply };
    const outcome = run(exchange);
    return outcome instanceof Promise ? outcome.then(decide) : decide(outcome);
  };

  const carryOut = (admission: Admission, response: ServerResponse): void => {
    const { exchange } = admission;
    const answer = (reply: Reply): void => sendReply(exchange, response, reply, clock());
    if (admission.type === "answer") return answer(admission.reply);
    const { match, target } = admission;
    proxy({ exchange, ...match, target, response, clock, logger, answer });
  };

  const fail = (error: unknown, request: IncomingMessage, response: ServerResponse): void => {
    logger.error({ err: error }, "the gateway failed on a request");
    const exchange = read(request, nowhere);
    sendReply(exchange, response, compactReply(500, { message: "An unexpected error occurred" }), clock());
  };

  return {
    routes: routes.map(({ name, service, authenticated }) => ({ name, service, authenticated })),
    admit,
    handle: (request, response) => {
      // A client that hangs up in the middle of an answer is no failure of ours; `close` tells the service.
      response.on("error", (error) => logger.debug({ err: error }, "an answer was not read to its end"));
      try {
        const waits = request.headers.expect !== undefined;
        const admission = admit(request, waits ? () => response.writeContinue() : nothing);
        if (admission instanceof Promise) {
          admission
            .then((decided) => carryOut(decided, response))
            .catch((error: unknown) => fail(error, request, response));
        } else {
          carryOut(admission, response);
        }
      } catch (error) {
        fail(error, request, response);
      }
    },
    close: () => {
      for (const target of targets.values()) target.agent.destroy();
    },
  };
}

const nowhere: RequestTarget = { path: "", query: "" };

function nothing(): void {}
