import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Logger } from "@mastery/telemetry/logger";
import { answerClientError } from "./client-error.ts";
import { createTrust } from "./client-address.ts";
import type { Config } from "./config-schema.ts";
import { createHandler, type Handler } from "./handler.ts";
import { passUpgrade } from "./pass-upgrade.ts";
import type { ResolveUpstream } from "./upstream-target.ts";

/** A request's head must have arrived within this time; the gateway's own bound against slow senders. */
const headersTimeoutMs = 30_000;
/** The whole request, body included. */
const requestTimeoutMs = 120_000;
/** How long an idle client keeps its connection. */
const idleConnectionMs = 75_000;
/** All headers of a request together, as Kong's nginx takes them. */
const headerBytesMax = 32 * 1024;
/** How long open answers may take to end when the gateway closes. */
const drainMs = 15_000;

export interface GatewayOptions {
  readonly config: Config;
  readonly listen: { readonly host: string; readonly port: number };
  /** Where a service's host name is on one machine; otherwise the name is looked up. */
  readonly resolveUpstream?: ResolveUpstream;
  readonly publicUrl: string;
  /** Addresses or networks whose X-Forwarded-* are believed. */
  readonly trustedProxies: readonly string[];
  readonly logger: Logger;
  readonly flags?: { kongAuth(): boolean };
  /** WebSockets; in development only, for hot reload. */
  readonly allowUpgrades: boolean;
  /** Milliseconds since 1970. */
  readonly clock?: () => number;
}

export interface Gateway {
  readonly port: number;
  status(): GatewayStatus;
  /** Takes no more requests, lets open ones end, and cuts what has not ended in time. */
  close(): Promise<void>;
}

/** For `/status` and `/status/ready` on the admin port. */
export interface GatewayStatus {
  readonly ready: boolean;
  readonly configHash: string;
  readonly routes: Handler["routes"];
}

export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { clock = Date.now, logger } = options;
  const handler = createHandler({ ...options, clock, isTrusted: createTrust(options.trustedProxies) });
  let closing = false;
  const handle = (request: IncomingMessage, response: ServerResponse): void => {
    if (closing) response.shouldKeepAlive = false;
    // A connection whose last answer ended after closing began would otherwise stay open, idle.
    response.once("close", () => {
      if (closing) setImmediate(() => server.closeIdleConnections());
    });
    handler.handle(request, response);
  };
  const server = createServer(
    {
      maxHeaderSize: headerBytesMax,
      headersTimeout: headersTimeoutMs,
      requestTimeout: requestTimeoutMs,
      keepAliveTimeout: idleConnectionMs,
      noDelay: true,
    },
    handle,
  );
  // The client waits for permission to send its body; the proxy gives it once the service is connected.
  server.on("checkContinue", handle);
  server.on("clientError", answerClientError);
  if (options.allowUpgrades) {
    server.on("upgrade", (request, socket, head) => passUpgrade(handler, request, socket, head));
  }
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.listen.port, options.listen.host, () => {
      server.off("error", reject);
      resolve();
    });
  });
  // A server that listens on a TCP port has an address of this form.
  const { port } = server.address() as AddressInfo;
  logger.info({ port, routes: handler.routes.length, config: options.config.hash }, "gateway listens");
  return {
    port,
    status: () => ({ ready: !closing, configHash: options.config.hash, routes: handler.routes }),
    close: async () => {
      closing = true;
      const cut = setTimeout(() => server.closeAllConnections(), drainMs);
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        server.closeIdleConnections();
      });
      clearTimeout(cut);
      handler.close();
    },
  };
}
