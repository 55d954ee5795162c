import type { IncomingMessage, ServerResponse } from "node:http";
import type { Route } from "./config-schema.ts";
import type { Exchange } from "./exchange.ts";
import { connectionOptions, isHopByHop } from "./hop-by-hop.ts";

/** What the gateway calls itself where Kong says its own name and version. */
export const gatewayName = "mastery-gateway";

export interface Answer {
  readonly exchange: Exchange;
  readonly route: Pick<Route, "response_buffering">;
  readonly received: IncomingMessage;
  readonly response: ServerResponse;
  readonly sentAt: number;
  readonly receivedAt: number;
}

/** Passes a service's answer to the client as it comes; the headers of a stream leave at once. */
export function passAnswer({ exchange, route, received, response, sentAt, receivedAt }: Answer): void {
  const connection = connectionOptions(received.headers.connection);
  const { rawHeaders } = received;
  for (let index = 0; index < rawHeaders.length; index += 2) {
    const name = rawHeaders[index] ?? "";
    if (!isHopByHop(name.toLowerCase(), connection)) response.appendHeader(name, rawHeaders[index + 1] ?? "");
  }
  response.appendHeader("Via", `1.1 ${gatewayName}`);
  response.setHeader("X-Kong-Upstream-Latency", receivedAt - sentAt);
  response.setHeader("X-Kong-Proxy-Latency", sentAt - exchange.startedAt);
  setAnswerHeaders(exchange, response);
  response.writeHead(received.statusCode ?? 502, received.statusMessage);
  // Headers otherwise wait for the first byte of body, which costs one packet less.
  const streams = received.headers["content-type"]?.startsWith("text/event-stream") ?? false;
  if (streams || !route.response_buffering) response.flushHeaders();
  // A service that breaks off must not look like one that has finished.
  received.once("error", () => response.destroy());
  received.pipe(response);
}

/** Headers that every answer carries, the gateway's own and a service's. */
export function setAnswerHeaders(exchange: Exchange, response: ServerResponse): void {
  for (const [name, value] of exchange.answerHeaders) {
    if (value === undefined) response.removeHeader(name);
    else if (name === "vary") response.appendHeader(name, value);
    else response.setHeader(name, value);
  }
  response.setHeader("X-Kong-Request-Id", exchange.requestId);
}
