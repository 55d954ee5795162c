import { z } from "zod";
import { headerOf, type Exchange } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { compactReply, errorReply } from "../../reply.ts";
import { strictRecord } from "../../strict-record.ts";
import { createLocalCounters, type Limit, type Usage } from "./local-counters.ts";
import { windowNames, windowSeconds } from "./windows.ts";

const Requests = z.int().min(1).optional();

const Config = strictRecord({
  second: Requests,
  minute: Requests,
  hour: Requests,
  day: Requests,
  month: Requests,
  year: Requests,
  limit_by: z.enum(["ip", "header", "consumer", "path"]).default("consumer"),
  header_name: z.string().min(1).optional(),
  path: z.string().startsWith("/").optional(),
  policy: z.literal("local").default("local"),
  fault_tolerant: z.boolean().default(true),
  hide_client_headers: z.boolean().default(false),
  error_code: z.int().min(400).max(599).default(429),
  error_message: z.string().default("API rate limit exceeded"),
}).superRefine((config, context) => {
  const limits = limitsOf(config);
  if (limits.length === 0) context.addIssue({ code: "custom", message: "needs at least one limit" });
  for (const [index, { window, limit }] of limits.entries()) {
    const shorter = limits.slice(0, index).find((other) => other.limit > limit);
    if (shorter) {
      const message = `can not be lower than the limit for \`${shorter.window}\``;
      context.addIssue({ code: "custom", path: [window], message });
    }
  }
  for (const field of ["header", "path"] as const) {
    const needed = field === "header" ? "header_name" : "path";
    if (config.limit_by === field && config[needed] === undefined) {
      context.addIssue({ code: "custom", path: [needed], message: `is needed to limit by ${field}` });
    }
  }
});
type Config = z.output<typeof Config>;

/** Counts requests in the clock's windows; unlike Kong's, the count is exact also for requests at the same time. */
export const rateLimiting = definePlugin({
  name: "rate-limiting",
  priority: 910,
  config: Config,
  create(config, { clock }) {
    const take = createLocalCounters(limitsOf(config));
    return (exchange) => {
      const now = clock();
      const count = take(callerOf(config, exchange), now);
      if (count.type === "full") {
        return config.fault_tolerant
          ? undefined
          : compactReply(500, { message: "An unexpected error occurred" });
      }
      const headers = rateHeaders(count.usage, now);
      if (!config.hide_client_headers) {
        for (const [name, value] of Object.entries(headers)) exchange.answerHeaders.set(name, value);
      }
      if (count.type === "allowed") return undefined;
      const retry = config.hide_client_headers ? {} : { "Retry-After": headers["RateLimit-Reset"] };
      return errorReply(exchange, config.error_code, config.error_message, retry);
    };
  },
});

function limitsOf(config: Partial<Record<(typeof windowNames)[number], number | undefined>>): Limit[] {
  return windowNames.flatMap((window) => {
    const limit = config[window];
    return limit === undefined ? [] : [{ window, limit }];
  });
}

/** Who is counted. Without the header, consumer or path asked for, the address is. */
function callerOf(config: Config, exchange: Exchange): string {
  switch (config.limit_by) {
    case "ip":
      return exchange.clientAddress;
    case "header":
      return headerOf(exchange, config.header_name?.toLowerCase() ?? "") || exchange.clientAddress;
    case "consumer":
      return exchange.consumer ?? exchange.clientAddress;
    case "path":
      return exchange.path === config.path ? exchange.path : exchange.clientAddress;
  }
}

type RateHeaders = Record<string, string> & { readonly "RateLimit-Reset": string };

/** One pair of headers a window; the unprefixed ones show the tightest, of equals the longest. */
function rateHeaders(usage: readonly Usage[], now: number): RateHeaders {
  const headers: Record<string, string> = {};
  let tightest: Usage | undefined;
  for (const entry of usage) {
    const suffix = entry.window.charAt(0).toUpperCase() + entry.window.slice(1);
    headers[`X-RateLimit-Limit-${suffix}`] = String(entry.limit);
    headers[`X-RateLimit-Remaining-${suffix}`] = String(entry.remaining);
    // The windows come shortest first.
    if (tightest === undefined || entry.remaining <= tightest.remaining) tightest = entry;
  }
  headers["RateLimit-Limit"] = String(tightest?.limit ?? 0);
  headers["RateLimit-Remaining"] = String(tightest?.remaining ?? 0);
  return { ...headers, "RateLimit-Reset": String(tightest ? secondsToReset(tightest, now) : 1) };
}

function secondsToReset({ window, startedAt }: Usage, now: number): number {
  return Math.max(1, windowSeconds[window] - Math.floor((now - startedAt) / 1000));
}
