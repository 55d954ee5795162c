import { loadConfig } from "@mastery/gateway/load-config";
import { startGateway, type Gateway } from "@mastery/gateway/server";
import { join } from "node:path";
import { portFault } from "../admin.ts";
import { projectDir } from "../project-dir.ts";
import { socketOf } from "../room-socket.ts";
import type { Core } from "./core.ts";

const rooms = new Set(["engine", "realtime", "skills", "web"]);

/** The door: Kong's own files, with the rooms' names leading to unix sockets. */
export async function startGatewayRole(core: Core, kongAuth: () => boolean): Promise<Gateway> {
  const { configuration, folder, signingKeys } = core;
  const config = await loadConfig(join(projectDir, "infrastructure/kong"), {
    DECK_PUBLIC_URL: configuration.publicUrl,
    DECK_JWT_KID: signingKeys.kid,
    DECK_JWT_PUBLIC_KEY: pemBody(signingKeys.publicPem),
  });
  try {
    return await startGateway({
      config,
      listen: { host: configuration.host, port: configuration.port },
      resolveUpstream: (host) => (rooms.has(host) ? { socketPath: socketOf(folder, host) } : undefined),
      publicUrl: configuration.publicUrl,
      trustedProxies: [...configuration.trustedProxies],
      logger: core.log.logger("gateway"),
      flags: { kongAuth },
      allowUpgrades: core.dev,
    });
  } catch (error) {
    throw portFault("PORT", configuration.port, error);
  }
}

/** The base64 lines between a PEM's markers, joined: a configuration value is one line. */
function pemBody(pem: string): string {
  return pem
    .split("\n")
    .filter((line) => !line.startsWith("-----"))
    .join("");
}
