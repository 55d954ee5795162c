import { Agent, type OutgoingHttpHeaders } from "node:http";
import type { ComposedRoute } from "./compose.ts";
import type { Service } from "./config-schema.ts";
import type { Exchange } from "./exchange.ts";

/** Idle connections kept to one service. */
const idleConnectionsMax = 256;
const httpPort = 80;

export type ResolveUpstream = (host: string) => { readonly socketPath: string } | undefined;

/** Where a service is, and its connections, which are kept alive between requests. */
export interface UpstreamTarget {
  readonly service: Service;
  readonly agent: Agent;
  /** For the Host header. */
  readonly authority: string;
  readonly basePath: string;
  connection(): { readonly socketPath: string } | { readonly host: string; readonly port: number };
}

export function createUpstreamTarget(service: Service, resolve: ResolveUpstream | undefined): UpstreamTarget {
  const url = new URL(service.url);
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const port = url.port === "" ? httpPort : Number(url.port);
  return {
    service,
    agent: new Agent({ keepAlive: true, maxFreeSockets: idleConnectionsMax }),
    authority: url.host,
    basePath: url.pathname === "/" ? "" : url.pathname.replace(/\/$/, ""),
    connection: () => resolve?.(host) ?? { host, port },
  };
}

/** The path and query that the service receives. */
export function upstreamPath(
  { basePath }: UpstreamTarget,
  route: ComposedRoute,
  matched: string,
  { path, query }: Exchange,
): string {
  const rest = route.strip_path ? `/${path.slice(matched.length).replace(/^\//, "")}` : path;
  return `${basePath}${rest}${query}`;
}

/** The headers that the service receives: the client's, then what the gateway says in their place. */
export function upstreamHeaders(
  target: UpstreamTarget,
  route: ComposedRoute,
  exchange: Exchange,
): OutgoingHttpHeaders {
  const { clientHeaders, request, body } = exchange;
  const headers: OutgoingHttpHeaders = { ...clientHeaders, ...exchange.gatewayHeaders };
  if (!route.preserve_host) headers["host"] = target.authority;
  if (body !== undefined) headers["content-length"] = body.length;
  else if (request.headers["transfer-encoding"] !== undefined) headers["transfer-encoding"] = "chunked";
  return headers;
}

/** Whether the request comes with a body that streams through. */
export function streamsBody({ body, request }: Exchange): boolean {
  const { "content-length": length, "transfer-encoding": encoding } = request.headers;
  return body === undefined && (encoding !== undefined || (length !== undefined && length !== "0"));
}
