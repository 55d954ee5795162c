import { metricsContentType, metricsText } from "@mastery/telemetry/metrics";
import { once } from "node:events";
import { createServer, type ServerResponse } from "node:http";
import { StartFault } from "./start-fault.ts";

export interface AdminOptions {
  readonly port: number;
  /** What `GET /status` answers: Kong's status listener has the same two paths. */
  readonly status: () => { readonly ready: boolean };
}

/** Health, readiness and metrics of this process, on loopback only and never through the gateway. */
export async function startAdmin(options: AdminOptions): Promise<{ port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(request.url ?? "/", response, options.status);
  });
  server.listen(options.port, "127.0.0.1");
  const failed = once(server, "error").then(([error]) => {
    throw error;
  });
  try {
    await Promise.race([once(server, "listening"), failed]);
  } catch (error) {
    throw portFault("ADMIN_PORT", options.port, error);
  }
  failed.catch(() => {});
  const address = server.address();
  return {
    port: typeof address === "object" && address ? address.port : options.port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Finds out before any work is done whether the public port can be listened on; throws a StartFault if not. */
export async function refuseUsedPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  try {
    probe.listen(port, host);
    await once(probe, "listening");
    probe.close();
    await once(probe, "close");
  } catch (error) {
    throw portFault("PORT", port, error);
  }
}

/** What to tell an operator when a port cannot be listened on. */
export function portFault(variable: "PORT" | "ADMIN_PORT", port: number, error: unknown): unknown {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "EADDRINUSE") {
    return new StartFault(
      "port_in_use",
      `Port ${port} is in use by another program. Stop that one, or set ${variable} to another port.`,
    );
  }
  if (code === "EACCES") {
    return new StartFault(
      "port_in_use",
      `Port ${port} may not be used by this user. Set ${variable} to one above 1023.`,
    );
  }
  return error;
}

async function answer(url: string, response: ServerResponse, status: AdminOptions["status"]): Promise<void> {
  switch (url.split("?", 1)[0]) {
    case "/metrics":
      return send(response, 200, metricsContentType, await metricsText());
    case "/status":
    case "/health":
      return send(response, 200, "application/json", JSON.stringify(status()));
    case "/status/ready":
    case "/ready": {
      const state = status();
      return send(response, state.ready ? 200 : 503, "application/json", JSON.stringify(state));
    }
    default:
      return send(response, 404, "application/json", JSON.stringify({ message: "Not found" }));
  }
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { "Content-Type": type, "Content-Length": Buffer.byteLength(body) }).end(body);
}
