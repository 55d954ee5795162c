import { createHash } from "node:crypto";
import type { Config, Route, Service } from "./config-schema.ts";
import { importKey, type Credential } from "./credentials.ts";
import type { Exchange, Reply } from "./exchange.ts";
import type { PluginContext, PluginRun } from "./plugin.ts";
import { createPlugin, priorityOf, type PluginEntry } from "./plugins/plugin-entry.ts";

/** A route with everything that runs on it, made once when the configuration is loaded. */
export interface ComposedRoute extends Route {
  readonly target: Service;
  /** Whether a token is asked for. */
  readonly authenticated: boolean;
  readonly plugins: PluginRun;
  /** The same without token and claim checks, for when they are switched off. */
  readonly pluginsWithoutAuth: PluginRun;
}

/**
 * Puts together each route's plugins as Kong does: of one name the most specific entry (route, service, everywhere)
 * runs, by falling priority, until one answers. An entry on several routes counts for all of them together.
 */
export function composeRoutes(config: Config, clock: () => number): ComposedRoute[] {
  const context: PluginContext = { credentials: importCredentials(config), clock };
  const runs = new Map<PluginEntry, PluginRun>();
  const runOf = (entry: PluginEntry): PluginRun => {
    const run = runs.get(entry) ?? createPlugin(entry, context);
    runs.set(entry, run);
    return run;
  };
  return config.routes.map((route) => {
    const target = config.services.find((service) => service.name === route.service);
    if (target === undefined)
      throw new Error(`no service ${route.service}: the configuration was not checked`);
    const enabled = config.plugins.filter((entry) => entry.enabled);
    const entries = entriesFor(route, enabled);
    const withoutAuth = entriesFor(
      route,
      enabled.filter((entry) => !checksTokens(entry)),
    );
    return {
      ...route,
      target,
      authenticated: entries.some((entry) => entry.name === "jwt"),
      plugins: inOrder(entries.map(runOf)),
      pluginsWithoutAuth: inOrder(withoutAuth.map(runOf)),
    };
  });
}

/** Entries of jwt-claims for everywhere only strip headers: they stay when token checks are switched off. */
function checksTokens(entry: PluginEntry): boolean {
  const everywhere = entry.route === undefined && entry.service === undefined;
  return entry.name === "jwt" || (entry.name === "jwt-claims" && !everywhere);
}

function entriesFor(route: Route, entries: readonly PluginEntry[]): PluginEntry[] {
  const chosen = new Map<string, { entry: PluginEntry; weight: number }>();
  for (const entry of entries) {
    const weight = weightFor(route, entry);
    if (weight > (chosen.get(entry.name)?.weight ?? 0)) chosen.set(entry.name, { entry, weight });
  }
  return [...chosen.values()]
    .map(({ entry }) => entry)
    .sort((a, b) => priorityOf(b.name) - priorityOf(a.name));
}

/** 0: not on this route. */
function weightFor(route: Route, entry: PluginEntry): number {
  if (entry.route !== undefined) return entry.route === route.name ? 3 : 0;
  if (entry.service !== undefined) return entry.service === route.service ? 2 : 0;
  return 1;
}

function inOrder(runs: readonly PluginRun[]): PluginRun {
  const runFrom = (exchange: Exchange, first: number): Reply | undefined | Promise<Reply | undefined> => {
    for (let index = first; index < runs.length; index += 1) {
      const outcome = runs[index]?.(exchange);
      if (outcome instanceof Promise) return outcome.then((reply) => reply ?? runFrom(exchange, index + 1));
      if (outcome !== undefined) return outcome;
    }
    return undefined;
  };
  return (exchange) => runFrom(exchange, 0);
}

function importCredentials(config: Config): ReadonlyMap<string, Credential> {
  return new Map(
    config.jwt_secrets.map((credential) => {
      const imported = importKey(credential);
      const consumer = config.consumers.find(({ username }) => username === credential.consumer);
      if (imported.type === "refused" || consumer === undefined) {
        throw new Error(`credential ${credential.key}: the configuration was not checked`);
      }
      const { key, algorithm } = credential;
      const { username, custom_id: customId } = consumer;
      const id = consumer.id ?? uuidOf(username);
      return [key, { key, algorithm, verifyingKey: imported.key, consumer: { id, username, customId } }];
    }),
  );
}

/** The same name always gets the same id, over restarts and machines. */
function uuidOf(name: string): string {
  const hex = createHash("sha256").update(name).digest("hex");
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `8${hex.slice(13, 16)}`,
    `8${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
