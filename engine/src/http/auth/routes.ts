import { endpoints } from "@mastery/contracts/endpoints";
import type { FastifyInstance } from "fastify";
import { joinClass } from "../../sign-in/join-class.ts";
import { refreshSession } from "../../sign-in/refresh-session.ts";
import { signIn } from "../../sign-in/sign-in.ts";
import { signOut } from "../../sign-in/sign-out.ts";
import { isTimeZone } from "../../sign-in/time-zone.ts";
import { selectPerson } from "../../stores/accounts.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { route } from "../route.ts";
import { expiredCookies } from "./cookies.ts";
import { answerSession, isBrowser, presentedRefreshToken } from "./session-answer.ts";
import { userView } from "./user-view.ts";

/** Public keys change by rotation only; a verifier that meets an unknown `kid` asks again anyway. */
const jwksMaxAgeSeconds = 300;

export function registerAuthRoutes(app: FastifyInstance, deps: EngineDeps): void {
  registerSignIn(app, deps);
  registerJoin(app, deps);
  registerRefresh(app, deps);

  route(app, deps, endpoints.logout, async ({ body, caller, db, now, request, reply }) => {
    const refreshToken = presentedRefreshToken(request, body, deps.publicUrl);
    await signOut(db, { refreshToken, sessionId: caller?.sid }, now);
    if (isBrowser(request)) void reply.header("set-cookie", expiredCookies(deps.publicUrl));
  });

  route(app, deps, endpoints.session, async ({ caller, db }) => {
    const person = caller && (await selectPerson(db, caller.sub));
    if (!person) throw new EngineError("unauthenticated", "Nobody is signed in.");
    return userView(person, deps.courses);
  });

  route(app, deps, endpoints.jwks, async ({ reply }) => {
    void reply.header("cache-control", `public, max-age=${jwksMaxAgeSeconds}`);
    return { keys: deps.signingKeys.jwks.keys.map((key) => ({ ...key })) };
  });
}

function registerSignIn(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.login, async (call) => {
    const signedIn = await signIn(call.db, call.body, call.now);
    switch (signedIn.type) {
      case "limited":
        throw new EngineError("slow_down", "Too many tries to sign in. Please wait a little.", {
          retryAfterSeconds: signedIn.retryAfterSeconds,
        });
      case "wrong-credentials":
        throw new EngineError("wrong_credentials", "Please check the e-mail address and the password.");
      case "signed-in":
        return answerSession(call, signedIn, deps);
    }
  });
}

function registerJoin(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.join, async (call) => {
    if (call.body.timeZone !== undefined && !isTimeZone(call.body.timeZone)) {
      throw new EngineError("invalid", "Some values are not valid; see errors.", {
        errors: [{ path: "body.timeZone", message: "must be a time zone such as Europe/Berlin" }],
      });
    }
    const joined = await joinClass(call.db, call.body, call.now);
    switch (joined.type) {
      case "unknown-invite":
        throw new EngineError("not_found", "No class has this invite code. Please ask your teacher.");
      case "email-taken":
        throw new EngineError(
          "conflict",
          "This e-mail address already has an account. Please sign in instead.",
        );
      case "joined":
        return answerSession(call, joined, deps);
    }
  });
}

function registerRefresh(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.refresh, async (call) => {
    const token = presentedRefreshToken(call.request, call.body, deps.publicUrl);
    const refreshed =
      token === undefined ? ({ type: "refused" } as const) : await refreshSession(call.db, token, call.now);
    switch (refreshed.type) {
      case "refused":
        throw new EngineError("refresh_refused", "This sign-in has ended. Please sign in again.");
      case "raced":
        throw new EngineError("raced", "Another tab has just refreshed. Use what it was given.");
      case "rotated":
        return answerSession(call, refreshed, deps);
    }
  });
}
