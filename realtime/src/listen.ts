import { rm } from "node:fs/promises";
import type { Server } from "node:http";

export type ListenAt =
  | { readonly socketPath: string }
  /** Port 0 takes any that is free. */
  | { readonly host: string; readonly port: number };
export type Address = ListenAt;

export interface Listening {
  readonly address: Address;
  /** Takes no new requests; resolves once the open ones have ended, or after `graceMs` by cutting them. */
  stop(): Promise<void>;
}

export async function bind(server: Server, at: ListenAt, graceMs: number): Promise<Listening> {
  // A socket left behind by a killed process refuses everybody; whose data folder it is was settled before.
  if ("socketPath" in at) await rm(at.socketPath, { force: true });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    const listening = () => {
      server.off("error", reject);
      resolve();
    };
    if ("socketPath" in at) server.listen(at.socketPath, listening);
    else server.listen(at.port, at.host, listening);
  });
  return { address: boundAddress(server, at), stop: () => stop(server, graceMs) };
}

function boundAddress(server: Server, at: ListenAt): Address {
  const bound = server.address();
  return bound !== null && typeof bound === "object" && "host" in at ? { ...at, port: bound.port } : at;
}

async function stop(server: Server, graceMs: number): Promise<void> {
  const cut = setTimeout(() => server.closeAllConnections(), graceMs);
  await new Promise<void>((resolve) => server.close(() => resolve()));
  clearTimeout(cut);
}
