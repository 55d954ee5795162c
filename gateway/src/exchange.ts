import type { IncomingHttpHeaders, IncomingMessage } from "node:http";

/** What the gateway answers itself. */
export interface Reply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The content of a token whose signature has been verified. */
export type VerifiedClaims = Readonly<Record<string, unknown>>;

/** One request on its way through the gateway. */
export interface Exchange {
  readonly request: IncomingMessage;
  readonly method: string;
  /** Normalised, percent-encoded, without the query. */
  readonly path: string;
  /** With its `?`, or empty. */
  readonly query: string;
  /** The client's, without hop-by-hop headers. Plugins may remove some. */
  readonly clientHeaders: IncomingHttpHeaders;
  /** What the gateway itself tells the service; lower-case names. Wins over the client's. */
  readonly gatewayHeaders: Record<string, string>;
  /** Set on whatever answer is sent, in place of the service's own; undefined takes a header away. */
  readonly answerHeaders: Map<string, string | undefined>;
  readonly clientAddress: string;
  /** 32 hex digits. */
  readonly requestId: string;
  /** Milliseconds since 1970 when the request's head had arrived. */
  readonly startedAt: number;
  /** Tells a client that waits for permission (`Expect: 100-continue`) to send its body. */
  readonly inviteBody: () => void;
  /** The whole body, where a plugin had to read it; otherwise it streams through. */
  body: Buffer | undefined;
  claims: VerifiedClaims | undefined;
  consumer: string | undefined;
}

/** A header as the service would see it. */
export function headerOf(exchange: Exchange, lowerCaseName: string): string | undefined {
  const set = exchange.gatewayHeaders[lowerCaseName];
  if (set !== undefined) return set;
  const sent = exchange.clientHeaders[lowerCaseName];
  return Array.isArray(sent) ? sent[0] : sent;
}
