import type { IncomingHttpHeaders } from "node:http";
import { z } from "zod";
import type { VerifiedClaims } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { compactReply } from "../../reply.ts";
import { strictRecord } from "../../strict-record.ts";

const HeaderPrefix = z.string().regex(/^x-[a-z-]+-$/, "must be lower case, begin with `x-` and end with `-`");

const Config = strictRecord({
  /** Headers with these beginnings are the gateway's to set: a client's are removed. */
  strip_header_prefixes: z.array(HeaderPrefix).min(1),
  audience: z.string().min(1).optional(),
  issuer: z.string().min(1).optional(),
  /** Claims that must be there and hold text. */
  required_claims: z.array(z.string().min(1)).default([]),
  /** Header for the service -> claim that it repeats. */
  claim_headers: z.record(z.string().min(1), z.string().min(1)).default({}),
});
type Config = z.output<typeof Config>;

/**
 * Our own plugin, after jwt: checks what jwt does not (audience, issuer, required claims), and tells the service
 * and the rate limits who is calling. Without any of these it only removes what clients may not say.
 */
export const jwtClaims = definePlugin({
  name: "jwt-claims",
  priority: 1400,
  config: Config,
  create(config) {
    const prefixes = config.strip_header_prefixes;
    const claimHeaders = Object.entries(config.claim_headers).map(
      ([header, claim]) => [header.toLowerCase(), claim] as const,
    );
    const checks =
      config.audience !== undefined ||
      config.issuer !== undefined ||
      config.required_claims.length > 0 ||
      claimHeaders.length > 0;
    return (exchange) => {
      stripHeaders(exchange.clientHeaders, prefixes);
      if (!checks) return undefined;
      const faults = claimFaults(exchange.claims ?? {}, config);
      if (faults !== undefined) {
        return compactReply(401, faults, { "WWW-Authenticate": 'Bearer error="invalid_token"' });
      }
      for (const [header, claim] of claimHeaders) {
        const value = exchange.claims?.[claim];
        if (isHeaderText(value)) exchange.gatewayHeaders[header] = value;
      }
      return undefined;
    };
  },
});

/** Some servers read `_` in a header's name as `-`, so both spellings go. */
function stripHeaders(headers: IncomingHttpHeaders, prefixes: readonly string[]): void {
  for (const name of Object.keys(headers)) {
    if (name[0] !== "x") continue;
    const dashed = name.replaceAll("_", "-");
    if (prefixes.some((prefix) => dashed.startsWith(prefix))) delete headers[name];
  }
}

function claimFaults(claims: VerifiedClaims, config: Config): Record<string, string> | undefined {
  const faults: Record<string, string> = {};
  const { aud, iss } = claims;
  if (config.audience !== undefined && !audiences(aud).includes(config.audience)) {
    faults["aud"] = "invalid audience";
  }
  if (config.issuer !== undefined && iss !== config.issuer) faults["iss"] = "invalid issuer";
  for (const name of config.required_claims) {
    const value = Object.hasOwn(claims, name) ? claims[name] : undefined;
    if (!isHeaderText(value)) faults[name] = "must be a text";
  }
  return Object.keys(faults).length > 0 ? faults : undefined;
}

function audiences(aud: unknown): unknown[] {
  return Array.isArray(aud) ? aud : [aud];
}

/** Text that may stand in a header. */
function isHeaderText(value: unknown): value is string {
  return typeof value === "string" && /^[\x21-\x7e]{1,256}$/.test(value);
}
