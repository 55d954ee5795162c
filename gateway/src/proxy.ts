import {
  request as httpRequest,
  type ClientRequest,
  type IncomingMessage,
  type ServerResponse,
} from "node:http";
import type { Logger } from "@mastery/telemetry/logger";
import type { ComposedRoute } from "./compose.ts";
import type { Exchange, Reply } from "./exchange.ts";
import { passAnswer } from "./pass-answer.ts";
import { upstreamErrorReply } from "./reply.ts";
import { streamsBody, upstreamHeaders, upstreamPath, type UpstreamTarget } from "./upstream-target.ts";

/** Methods whose repetition changes nothing, so that a request lost on a dying connection may be sent again. */
const repeatable = new Set(["GET", "HEAD", "OPTIONS", "PUT", "DELETE"]);

export interface ProxyJob {
  readonly exchange: Exchange;
  readonly route: ComposedRoute;
  readonly matched: string;
  readonly target: UpstreamTarget;
  readonly response: ServerResponse;
  readonly clock: () => number;
  readonly logger: Logger;
  /** Sends what the gateway itself has to say instead. */
  readonly answer: (reply: Reply) => void;
}

/**
 * Passes a request on to its service and the answer back, both as they come. When either side goes away, so does
 * the other. A connection that could not be made is tried again; a request that may have arrived is not.
 */
export function proxy(job: ProxyJob): void {
  const upstream = { current: undefined as ClientRequest | undefined };
  job.response.once("close", () => {
    if (!job.response.writableFinished) upstream.current?.destroy();
  });
  attempt(job, job.target.service.retries, upstream);
}

function attempt(job: ProxyJob, retriesLeft: number, holder: { current: ClientRequest | undefined }): void {
  const { exchange, route, target, response, clock } = job;
  const { service } = target;
  const sentAt = clock();
  const sent = httpRequest({
    ...target.connection(),
    agent: target.agent,
    method: exchange.method,
    path: upstreamPath(target, route, job.matched, exchange),
    headers: upstreamHeaders(target, route, exchange),
    setHost: false,
  });
  holder.current = sent;
  let connected = false;
  let timedOut = false;

  const giveUp = (): void => {
    timedOut = true;
    sent.destroy();
  };
  sent.once("socket", (socket) => {
    const begin = (): void => {
      connected = true;
      clearTimeout(connecting);
      sendBody(exchange, sent);
    };
    const connecting = socket.connecting ? setTimeout(giveUp, service.connect_timeout) : undefined;
    if (connecting === undefined) begin();
    else socket.once("connect", begin).once("close", () => clearTimeout(connecting));
  });
  // Idle timers: the one for writing runs until the request has left, then the one for reading.
  sent.setTimeout(service.write_timeout);
  sent.once("finish", () => sent.setTimeout(service.read_timeout));
  sent.on("timeout", giveUp);
  sent.once("response", (received: IncomingMessage) => {
    try {
      passAnswer({ exchange, route, received, response, sentAt, receivedAt: clock() });
    } catch (error) {
      // A status or header that Node does not send, for example 099.
      job.logger.error({ err: error, service: service.name }, "an answer could not be passed on");
      response.destroy();
    }
  });
  sent.on("error", (error: NodeJS.ErrnoException) => {
    if (response.destroyed) return;
    if (response.headersSent) {
      response.destroy();
    } else if (retriesLeft > 0 && mayRepeat(exchange, sent, connected, timedOut)) {
      attempt(job, retriesLeft - 1, holder);
    } else {
      const failure = failureOf(error, timedOut);
      job.logger.warn(
        { service: service.name, code: error.code, requestId: exchange.requestId },
        failure.message,
      );
      job.answer(upstreamErrorReply(exchange, failure.status, failure.message));
    }
  });
}

function sendBody(exchange: Exchange, sent: ClientRequest): void {
  if (!streamsBody(exchange)) {
    sent.end(exchange.body);
    return;
  }
  exchange.inviteBody();
  exchange.request.pipe(sent);
}

/** A body that has begun to stream is gone; a kept-alive connection may have died just as it was used. */
function mayRepeat(exchange: Exchange, sent: ClientRequest, connected: boolean, timedOut: boolean): boolean {
  if (!connected) return true;
  return sent.reusedSocket && !timedOut && !streamsBody(exchange) && repeatable.has(exchange.method);
}

interface Failure {
  readonly status: 502 | 503 | 504;
  readonly message: string;
}

function failureOf(error: NodeJS.ErrnoException, timedOut: boolean): Failure {
  if (timedOut) return { status: 504, message: "The upstream server is timing out" };
  if (error.code === "ENOTFOUND" || error.code === "EAI_AGAIN") {
    return { status: 503, message: "name resolution failed" };
  }
  return { status: 502, message: "An invalid response was received from the upstream server" };
}
