import { readCookie } from "@mastery/access/read-token";
import type { SessionAnswer } from "@mastery/contracts/session";
import type { FastifyReply, FastifyRequest } from "fastify";
import { mintAccessToken } from "../../sign-in/access-token.ts";
import { accessTokenSeconds } from "../../sign-in/lifetimes.ts";
import type { LiveSession } from "../../sign-in/start-session.ts";
import { selectPerson } from "../../stores/accounts.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { refreshCookieName, sessionCookies } from "./cookies.ts";
import { userView } from "./user-view.ts";

interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly now: Date;
}

/** Our pages say so; they get cookies that no script can read. Programs get tokens in the body and no cookies. */
export function isBrowser(request: FastifyRequest): boolean {
  return request.headers["x-requested-with"] === "mastery";
}

/** The refresh token, from where this kind of client keeps it and from nowhere else. */
export function presentedRefreshToken(
  request: FastifyRequest,
  body: { refreshToken?: string | undefined } | undefined,
  publicUrl: string,
): string | undefined {
  return isBrowser(request) ? readCookie(request.headers, refreshCookieName(publicUrl)) : body?.refreshToken;
}

/** Hands the tokens of a session to whoever asked, in the way that fits them. */
export async function answerSession(
  { request, reply, now }: Exchange,
  session: LiveSession,
  deps: EngineDeps,
): Promise<SessionAnswer> {
  const person = await selectPerson(deps.db, session.accountId);
  if (!person) throw new EngineError("refresh_refused", "This account no longer exists.");
  const { sessionId, refreshToken } = session;
  const accessToken = await mintAccessToken(deps.signingKeys, { person, sessionId }, now);
  const answer = { user: userView(person, deps.courses), expiresIn: accessTokenSeconds };
  if (!isBrowser(request)) return { ...answer, accessToken, refreshToken };
  const refreshSeconds = Math.floor((session.endsAt.getTime() - now.getTime()) / 1000);
  void reply.header(
    "set-cookie",
    sessionCookies(deps.publicUrl, { accessToken, refreshToken, refreshSeconds }),
  );
  return answer;
}
