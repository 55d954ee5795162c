import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { clientAddress, plainAddress, type IsTrusted } from "./client-address.ts";
import type { Exchange } from "./exchange.ts";
import { connectionOptions, isHopByHop } from "./hop-by-hop.ts";
import type { RequestTarget } from "./normalise-path.ts";

/** Everything the gateway knows about a request before any plugin has run. */
export function createExchange(
  request: IncomingMessage,
  target: RequestTarget,
  isTrusted: IsTrusted,
  now: number,
  inviteBody: () => void,
): Exchange {
  const peer = plainAddress(request.socket.remoteAddress);
  // Node has joined repeated headers of this name; only those it gives as a list would be an array.
  const forwardedFor = request.headers["x-forwarded-for"];
  const address = clientAddress(peer, [forwardedFor ?? []].flat().join(",") || undefined, isTrusted);
  const requestId = randomUUID().replaceAll("-", "");
  return {
    request,
    method: request.method ?? "GET",
    path: target.path,
    query: target.query,
    clientHeaders: endToEnd(request.headers),
    gatewayHeaders: forwardedHeaders(request, target, { peer, address, requestId }, isTrusted(peer)),
    answerHeaders: new Map(),
    clientAddress: address,
    requestId,
    startedAt: now,
    inviteBody,
    body: undefined,
    claims: undefined,
    consumer: undefined,
  };
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  const connection = connectionOptions(headers.connection);
  const kept: IncomingHttpHeaders = {};
  for (const name in headers) {
    if (!isHopByHop(name, connection) && name !== "expect") kept[name] = headers[name];
  }
  return kept;
}

interface Caller {
  readonly peer: string;
  readonly address: string;
  readonly requestId: string;
}

/** Where the request came from, for the service; a client's own words count only from a trusted proxy. */
function forwardedHeaders(
  request: IncomingMessage,
  target: RequestTarget,
  caller: Caller,
  trusted: boolean,
): Record<string, string> {
  const { headers } = request;
  const said = (name: string): string | undefined => {
    const value = trusted ? headers[name] : undefined;
    return Array.isArray(value) ? value[0] : value;
  };
  const chain = said("x-forwarded-for");
  return {
    "x-forwarded-for": chain === undefined ? caller.peer : `${chain}, ${caller.peer}`,
    "x-forwarded-proto": said("x-forwarded-proto") ?? "http",
    "x-forwarded-host": said("x-forwarded-host") ?? headers.host ?? "",
    "x-forwarded-port": said("x-forwarded-port") ?? String(request.socket.localPort ?? ""),
    "x-forwarded-path": said("x-forwarded-path") ?? target.path,
    "x-real-ip": caller.address,
    "x-kong-request-id": caller.requestId,
  };
}
