import { NextResponse, type NextRequest } from "next/server";
import { policyHeaders, policyKind } from "./lib/server/page-policy.ts";

const nonceBytes = 16;

/**
 * Gives every answer its security headers, with a fresh nonce that Next puts on its own scripts. Nobody is sent to
 * sign in from here: an expired access cookie says nothing, since only `/api/auth` sees the refresh cookie. The page
 * tries to refresh first.
 */
export function proxy(request: NextRequest): NextResponse {
  const nonce = Buffer.from(crypto.getRandomValues(new Uint8Array(nonceBytes))).toString("base64");
  const dev = process.env.NODE_ENV === "development";
  const headers = policyHeaders(policyKind(request.nextUrl.pathname), nonce, dev);
  const seen = new Headers(request.headers);
  const policy = headers["content-security-policy"];
  // Next reads the nonce from the policy in the request; a client must not be able to choose it.
  if (policy === undefined) seen.delete("content-security-policy");
  else seen.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers: seen } });
  for (const [name, value] of Object.entries(headers)) response.headers.set(name, value);
  return response;
}

/** Static files get their headers from our server, which answers them before Next sees them. */
export const config = { matcher: ["/((?!_next/static/).*)"] };
