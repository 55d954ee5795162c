import { isCrossSite } from "@mastery/access/cross-site";
import { isGranted } from "@mastery/access/grants";
import { readToken } from "@mastery/access/read-token";
import type { VerifyToken } from "@mastery/access/verify-token";
import { problemOf, type Problem, type ProblemCode } from "@mastery/contracts/problem";
import type { IncomingMessage } from "node:http";

/** The problem that keeps a request out, or undefined when its caller may use skills. */
export async function refusal(
  request: IncomingMessage,
  verifyToken: VerifyToken,
  publicUrl: string,
): Promise<Problem | undefined> {
  const presented = readToken(request.headers);
  if (!presented) return problem("unauthenticated", "Please sign in.");
  if (presented.from === "cookie" && isCrossSite(request.method ?? "GET", request.headers, publicUrl)) {
    return problem("cross_site", "This request did not come from our pages.");
  }
  const verification = await verifyToken(presented.token);
  if (verification.type === "invalid") return problem("unauthenticated", "Your sign-in has expired.");
  if (!isGranted(verification.claims.role, "skill:use"))
    return problem("forbidden", "Your role does not allow this.");
  return undefined;
}

export function problem(code: ProblemCode, detail: string): Problem {
  return problemOf({ code, detail, instance: "/mcp" });
}
