import type { z } from "zod";
import type { Credential } from "./credentials.ts";
import type { Exchange, Reply } from "./exchange.ts";

/** Looks at one request: lets it pass (undefined) or answers it. Plain values where nothing has to be awaited. */
export type PluginRun = (exchange: Exchange) => Reply | undefined | Promise<Reply | undefined>;

export interface PluginContext {
  /** Who may present a token, by the credential's key. */
  readonly credentials: ReadonlyMap<string, Credential>;
  /** Milliseconds since 1970. */
  readonly clock: () => number;
}

/** One of Kong's plugins, or our own, under the name that the configuration uses. */
export interface Plugin<Name extends string, Config extends z.ZodType> {
  readonly name: Name;
  /** Higher runs earlier; Kong's own numbers. */
  readonly priority: number;
  readonly config: Config;
  /** Made once when the configuration is loaded; only the returned function runs for each request. */
  create(config: z.output<Config>, context: PluginContext): PluginRun;
}

export function definePlugin<Name extends string, Config extends z.ZodType>(
  plugin: Plugin<Name, Config>,
): Plugin<Name, Config> {
  return plugin;
}
