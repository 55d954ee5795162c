import { createLogger } from "@mastery/telemetry/logger";
import { stringify } from "yaml";
import { readConfig } from "../load-config.ts";
import { startGateway, type Gateway, type GatewayOptions } from "../server.ts";

/** A configuration as it would stand in a file; checked like one. */
export interface TestConfig {
  readonly services?: readonly object[];
  readonly routes?: readonly object[];
  readonly plugins?: readonly object[];
  readonly consumers?: readonly object[];
  readonly jwt_secrets?: readonly object[];
}

export interface TestGateway extends Gateway {
  readonly url: string;
}

/** A gateway on a free port in front of one service, with one route for everything unless the test says otherwise. */
export async function startTestGateway(
  upstreamUrl: string,
  config: TestConfig = {},
  options: Partial<GatewayOptions> = {},
): Promise<TestGateway> {
  const text = stringify({
    _format_version: "3.0",
    services: [{ name: "service", url: upstreamUrl }],
    routes: [{ name: "route", service: "service", paths: ["/"], strip_path: false }],
    ...config,
  });
  const gateway = await startGateway({
    config: readConfig([{ name: "test.yaml", text }], {}),
    listen: { host: "127.0.0.1", port: 0 },
    publicUrl: "http://127.0.0.1:8000",
    trustedProxies: [],
    logger: createLogger("gateway", { level: "silent" }),
    allowUpgrades: false,
    ...options,
  });
  return { ...gateway, url: `http://127.0.0.1:${gateway.port}` };
}
