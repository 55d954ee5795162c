import { z } from "zod";
import { strictRecord } from "../strict-record.ts";
import { correlationId } from "./correlation-id/handler.ts";
import { cors } from "./cors/handler.ts";
import { jwtClaims } from "./jwt-claims/handler.ts";
import { jwt } from "./jwt/handler.ts";
import { rateLimiting } from "./rate-limiting/handler.ts";
import { requestSizeLimiting } from "./request-size-limiting/handler.ts";
import type { Plugin, PluginContext, PluginRun } from "../plugin.ts";

/** Every plugin this gateway runs, under the name that the configuration uses. */
const plugins = {
  "correlation-id": correlationId,
  cors,
  jwt,
  "jwt-claims": jwtClaims,
  "request-size-limiting": requestSizeLimiting,
  "rate-limiting": rateLimiting,
} as const;
export type PluginName = keyof typeof plugins;

function entryOf<Name extends string, Config extends z.ZodType>(plugin: Plugin<Name, Config>) {
  return strictRecord({
    name: z.literal(plugin.name),
    /** On one route, on every route of one service, or, with neither, everywhere. */
    route: z.string().optional(),
    service: z.string().optional(),
    enabled: z.boolean().default(true),
    config: plugin.config,
    tags: z.array(z.string()).optional(),
  });
}

export const PluginEntry = z.discriminatedUnion(
  "name",
  [
    entryOf(correlationId),
    entryOf(cors),
    entryOf(jwt),
    entryOf(jwtClaims),
    entryOf(requestSizeLimiting),
    entryOf(rateLimiting),
  ],
  { error: () => `unknown plugin; this gateway runs: ${Object.keys(plugins).join(", ")}` },
);
export type PluginEntry = z.output<typeof PluginEntry>;

export function priorityOf(name: PluginName): number {
  return plugins[name].priority;
}

/** The function that an entry of the configuration asks for. */
export function createPlugin(entry: PluginEntry, context: PluginContext): PluginRun {
  switch (entry.name) {
    case "correlation-id":
      return correlationId.create(entry.config, context);
    case "cors":
      return cors.create(entry.config, context);
    case "jwt":
      return jwt.create(entry.config, context);
    case "jwt-claims":
      return jwtClaims.create(entry.config, context);
    case "request-size-limiting":
      return requestSizeLimiting.create(entry.config, context);
    case "rate-limiting":
      return rateLimiting.create(entry.config, context);
  }
}
