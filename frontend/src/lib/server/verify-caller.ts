import { isCrossSite } from "@mastery/access/cross-site";
import { isGranted } from "@mastery/access/grants";
import { readToken } from "@mastery/access/read-token";
import { createTokenVerifier, type VerifyToken } from "@mastery/access/verify-token";
import type { Permission } from "@mastery/contracts/permission";
import { JsonWebKeySet } from "@mastery/contracts/session";
import { answerProblem } from "./answer-problem.ts";
import type { WebEnvironment } from "./environment.ts";
import { callUpstream } from "./upstream.ts";

const keysTimeoutMs = 2_000;
const keysFreshMs = 5 * 60_000;

interface KeptVerifier {
  readonly engineUrl: string;
  readonly verify: VerifyToken;
  readonly until: number;
}
/** A cache only: a second copy of this module fetches the keys once more. */
let kept: KeptVerifier | undefined;

/**
 * The answer that refuses a request, or undefined when its token holds `permission`. The gateway has checked already,
 * unless it was told not to; this check does not depend on it.
 */
export async function refuseCaller(
  request: Request,
  permission: Permission,
  environment: WebEnvironment,
  now: number,
): Promise<Response | undefined> {
  const instance = new URL(request.url).pathname;
  const headers = Object.fromEntries(request.headers);
  const presented = readToken(headers);
  if (!presented) return answerProblem({ code: "unauthenticated", detail: "Please sign in.", instance });
  if (presented.from === "cookie" && isCrossSite(request.method, headers, environment.publicUrl)) {
    return answerProblem({
      code: "cross_site",
      detail: "This request did not come from our pages.",
      instance,
    });
  }
  const verify = await currentVerifier(environment.engineUrl, now);
  if (!verify) {
    return answerProblem({ code: "unavailable", detail: "Sign-in cannot be checked just now.", instance });
  }
  const verification = await verify(presented.token);
  if (verification.type === "invalid") {
    // Keys may have been rotated since they were fetched; the next request fetches them again.
    if (verification.reason === "signature") kept = undefined;
    return answerProblem({ code: "unauthenticated", detail: "Your sign-in has expired.", instance });
  }
  return isGranted(verification.claims.role, permission)
    ? undefined
    : answerProblem({ code: "forbidden", detail: "Your role does not allow this.", instance });
}

async function currentVerifier(engineUrl: string, now: number): Promise<VerifyToken | undefined> {
  if (kept && kept.engineUrl === engineUrl && kept.until > now) return kept.verify;
  const answer = await callUpstream(engineUrl, {
    method: "GET",
    path: "/.well-known/jwks.json",
    timeoutMs: keysTimeoutMs,
  });
  if (answer.type === "unreachable" || answer.status !== 200) return kept?.verify;
  const keys = JsonWebKeySet.parse(JSON.parse(answer.body));
  const verify = createTokenVerifier({ jwks: keys });
  kept = { engineUrl, verify, until: now + keysFreshMs };
  return verify;
}
