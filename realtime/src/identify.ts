import { isGranted } from "@mastery/access/grants";
import { readToken } from "@mastery/access/read-token";
import type { VerifyToken } from "@mastery/access/verify-token";
import type { AccessClaims } from "@mastery/contracts/session";
import type { IncomingMessage } from "node:http";
import { refuse, type Refusal } from "./refusal.ts";

export type Identified = { readonly type: "identified"; readonly claims: AccessClaims } | Refusal;

/** Who asks, by the token in the request. Whatever the gateway says of the caller does not count here. */
export async function identify(request: IncomingMessage, verifyToken: VerifyToken): Promise<Identified> {
  const presented = readToken(request.headers);
  if (presented === undefined) return refuse("unauthenticated", "Sign in to follow events.");
  const verification = await verifyToken(presented.token);
  if (verification.type === "invalid") {
    return refuse("unauthenticated", `The access token was refused: ${verification.reason}.`);
  }
  const { claims } = verification;
  if (!isGranted(claims.role, "event:subscribe")) return refuse("forbidden", "You may not follow events.");
  return { type: "identified", claims };
}
