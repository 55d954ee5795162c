import { z } from "zod";
import { JwtSecret } from "./credentials.ts";
import { PluginEntry } from "./plugins/plugin-entry.ts";
import { strictRecord } from "./strict-record.ts";

/** Kong's bound on timeouts, milliseconds. */
const timeoutMaxMs = 2 ** 31 - 2;
const Timeout = z.int().min(1).max(timeoutMaxMs);
const Name = z.string().regex(/^[\w.~-]+$/, "must be of letters, digits, `.`, `-`, `_` and `~`");
const Tags = z.array(z.string()).optional();

const ServiceUrl = z.string().regex(/^http:\/\/[^/\s?#@]+(\/[^\s?#]*)?$/, "must be an http:// address");

export const Service = strictRecord({
  name: Name,
  url: ServiceUrl,
  connect_timeout: Timeout.default(60_000),
  write_timeout: Timeout.default(60_000),
  read_timeout: Timeout.default(60_000),
  retries: z.int().min(0).max(32_767).default(5),
  tags: Tags,
});
export type Service = z.output<typeof Service>;

const RoutePath = z
  .string()
  .regex(/^(\/|~\/)/, "must begin with `/`, or with `~/` for a regular expression")
  .refine((path) => !path.startsWith("~") || isRegularExpression(path.slice(1)), {
    message: "is not a regular expression",
  });

/** Matching by host, header or SNI is not implemented: such fields are refused as unknown. */
export const Route = strictRecord({
  name: Name,
  service: Name,
  methods: z.array(z.enum(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"])).optional(),
  paths: z.array(RoutePath).min(1),
  strip_path: z.boolean().default(true),
  preserve_host: z.boolean().default(false),
  regex_priority: z.int().default(0),
  response_buffering: z.boolean().default(true),
  tags: Tags,
});
export type Route = z.output<typeof Route>;

export const Consumer = strictRecord({
  id: z.uuid().optional(),
  username: Name,
  custom_id: z.string().optional(),
  tags: Tags,
});
export type Consumer = z.output<typeof Consumer>;

/** One file of `infrastructure/kong/`. */
export const ConfigFile = strictRecord({
  _format_version: z.literal("3.0"),
  services: z.array(Service).default([]),
  routes: z.array(Route).default([]),
  plugins: z.array(PluginEntry).default([]),
  consumers: z.array(Consumer).default([]),
  jwt_secrets: z.array(JwtSecret).default([]),
});
export type ConfigFile = z.output<typeof ConfigFile>;

/** All files together, checked, with the hash that says which configuration is running. */
export interface Config extends Omit<ConfigFile, "_format_version"> {
  readonly hash: string;
}

function isRegularExpression(source: string): boolean {
  try {
    return new RegExp(source) instanceof RegExp;
  } catch {
    return false;
  }
}
