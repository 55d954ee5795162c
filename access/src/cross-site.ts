import type { RequestHeaders } from "./read-token.ts";

const safeMethods = new Set(["GET", "HEAD", "OPTIONS"]);

/**
 * Whether a request that rides on a cookie may come from another site: unsafe methods must carry
 * `X-Requested-With: mastery`, which no foreign form can set, and an `Origin` equal to the public address.
 */
export function isCrossSite(method: string, headers: RequestHeaders, publicUrl: string): boolean {
  if (safeMethods.has(method.toUpperCase())) return false;
  return headers["x-requested-with"] !== "mastery" || headers["origin"] !== new URL(publicUrl).origin;
}
