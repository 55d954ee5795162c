import { z } from "zod";
import { headerOf, type Exchange, type Reply } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { strictRecord } from "../../strict-record.ts";

const methodNames = ["GET", "HEAD", "PUT", "PATCH", "POST", "DELETE", "OPTIONS", "TRACE", "CONNECT"] as const;

const Config = strictRecord({
  /** Kong also takes regular expressions here; we do not. */
  origins: z.array(z.string().regex(/^(\*|[A-Za-z0-9.:/-]+)$/, "must be `*` or a plain origin")).optional(),
  methods: z.array(z.enum(methodNames)).default([...methodNames]),
  headers: z.array(z.string()).optional(),
  exposed_headers: z.array(z.string()).optional(),
  max_age: z.int().optional(),
  credentials: z.boolean().default(false),
  preflight_continue: z.boolean().default(false),
  private_network: z.boolean().default(false),
  allow_origin_absent: z.boolean().default(true),
}).refine((config) => !config.credentials || namesOrigins(config.origins), {
  message: "with credentials must name origins: `*` or none would let any page act as the signed-in person",
  path: ["origins"],
});
type Config = z.output<typeof Config>;

/** Tells browsers which other origins may read answers, and answers their preflights. */
export const cors = definePlugin({
  name: "cors",
  priority: 2000,
  config: Config,
  create(config) {
    return (exchange) => {
      const origin = headerOf(exchange, "origin");
      if (isPreflight(exchange, origin)) {
        return config.preflight_continue ? undefined : answerPreflight(config, exchange, origin);
      }
      if (origin === undefined && !config.allow_origin_absent) return undefined;
      for (const [name, value] of originHeaders(config, origin)) exchange.answerHeaders.set(name, value);
      if (config.exposed_headers !== undefined && config.exposed_headers.length > 0) {
        exchange.answerHeaders.set("Access-Control-Expose-Headers", config.exposed_headers.join(","));
      }
      return undefined;
    };
  },
});

function isPreflight(exchange: Exchange, origin: string | undefined): boolean {
  return (
    exchange.method === "OPTIONS" &&
    origin !== undefined &&
    headerOf(exchange, "access-control-request-method") !== undefined
  );
}

function answerPreflight(config: Config, exchange: Exchange, origin: string | undefined): Reply {
  const headers: Record<string, string> = {};
  for (const [name, value] of originHeaders(config, origin)) {
    if (value !== undefined) headers[name] = value;
  }
  const asked = headerOf(exchange, "access-control-request-headers");
  const allowed =
    config.headers !== undefined && config.headers.length > 0 ? config.headers.join(",") : asked;
  if (allowed !== undefined) headers["Access-Control-Allow-Headers"] = allowed;
  headers["Access-Control-Allow-Methods"] = config.methods.join(",");
  if (config.max_age !== undefined) headers["Access-Control-Max-Age"] = String(config.max_age);
  if (config.private_network && headerOf(exchange, "access-control-request-private-network") === "true") {
    headers["Access-Control-Allow-Private-Network"] = "true";
  }
  return { status: 200, headers, body: "" };
}

type Headers = [name: string, value: string | undefined][];

/** With one origin Kong names it whoever asks, and the browser compares; with several, only one that matches. */
function originHeaders(config: Config, origin: string | undefined): Headers {
  if (!namesOrigins(config.origins)) return [["Access-Control-Allow-Origin", "*"]];
  const configured = config.origins ?? [];
  const allowed =
    configured.length === 1
      ? configured[0]
      : configured.find((entry) => origin !== undefined && sameOrigin(entry, origin)) && origin;
  const headers: Headers = [
    ["vary", "Origin"],
    ["Access-Control-Allow-Origin", allowed],
  ];
  if (config.credentials) headers.push(["Access-Control-Allow-Credentials", "true"]);
  return headers;
}

function namesOrigins(origins: readonly string[] | undefined): boolean {
  return origins !== undefined && origins.length > 0 && !origins.includes("*");
}

function sameOrigin(configured: string, origin: string): boolean {
  return withoutDefaultPort(configured) === withoutDefaultPort(origin);
}

function withoutDefaultPort(origin: string): string {
  return origin.replace(/^(http:\/\/.*):80$|^(https:\/\/.*):443$/, "$1$2");
}
