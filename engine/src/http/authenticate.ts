import { isCrossSite } from "@mastery/access/cross-site";
import { isGranted } from "@mastery/access/grants";
import { readCookie, readToken, type RequestHeaders } from "@mastery/access/read-token";
import type { Endpoint } from "@mastery/contracts/endpoint";
import type { AccessClaims } from "@mastery/contracts/session";
import { isSessionLive } from "../stores/sessions.ts";
import type { EngineDeps } from "./deps.ts";
import { EngineError } from "./engine-error.ts";

interface Request {
  readonly method: string;
  readonly headers: RequestHeaders;
}

/** Who is calling. Public endpoints take anybody and name the caller when there is one; others throw. */
export async function authenticate(
  endpoint: Endpoint,
  request: Request,
  deps: Pick<EngineDeps, "db" | "publicUrl" | "verifyToken">,
): Promise<AccessClaims | undefined> {
  refuseCrossSite(request, deps.publicUrl);
  const presented = readToken(request.headers);
  const verification = presented && (await deps.verifyToken(presented.token));
  const claims = verification?.type === "valid" ? verification.claims : undefined;
  // A signature outlives a sign-out by up to the token's lifetime; the session's row does not.
  const caller = claims && (await isSessionLive(deps.db, claims.sid)) ? claims : undefined;
  if (endpoint.access === "public") return caller;
  if (!caller) {
    throw new EngineError(
      "unauthenticated",
      presented ? "Your sign-in has expired or is not valid. Please sign in again." : "Please sign in first.",
    );
  }
  if (!isGranted(caller.role, endpoint.access)) {
    throw new EngineError("forbidden", "Your role does not allow this.");
  }
  return caller;
}

const refreshCookies = ["__Secure-mastery_rt", "mastery_rt"];

/** What rides on a cookie, or asks for one, must come from our own pages. */
function refuseCrossSite({ method, headers }: Request, publicUrl: string): void {
  const byCookie =
    readToken(headers)?.from === "cookie" ||
    refreshCookies.some((name) => readCookie(headers, name) !== undefined);
  const asksForCookies = headers["x-requested-with"] === "mastery" && headers["origin"] !== undefined;
  if ((byCookie || asksForCookies) && isCrossSite(method, headers, publicUrl)) {
    throw new EngineError("cross_site", "This request did not come from our own pages.");
  }
}
