import { Problem } from "@mastery/contracts/problem";
import { SessionAnswer } from "@mastery/contracts/session";
import type { z } from "zod";

/** One signed-in program: it gets tokens in the body and sends them as Bearer. */
export interface Api {
  readonly session: SessionAnswer;
  get<S extends z.ZodType>(path: string, schema: S): Promise<z.infer<S>>;
  post(path: string, body: unknown, headers?: Record<string, string>): Promise<Response>;
  raw(path: string, init?: Omit<RequestInit, "headers">): Promise<Response>;
}

export async function signIn(baseUrl: string, email: string, password: string): Promise<Api> {
  const answer = await postJson(`${baseUrl}/api/auth/login`, { email, password });
  return apiOf(baseUrl, SessionAnswer.parse(await succeeded(answer)));
}

export async function join(baseUrl: string, invite: string, email: string, password: string): Promise<Api> {
  const body = { inviteCode: invite, email, password, displayName: email.split("@", 1)[0] };
  return apiOf(
    baseUrl,
    SessionAnswer.parse(await succeeded(await postJson(`${baseUrl}/api/auth/join`, body))),
  );
}

function apiOf(baseUrl: string, session: SessionAnswer): Api {
  const authorization = { Authorization: `Bearer ${session.accessToken}` };
  const raw = (path: string, init: Omit<RequestInit, "headers"> = {}) =>
    fetch(`${baseUrl}${path}`, { ...init, headers: authorization });
  return {
    session,
    raw,
    async get(path, schema) {
      return schema.parse(await succeeded(await raw(path)));
    },
    post: (path, body, headers = {}) => postJson(`${baseUrl}${path}`, body, { ...authorization, ...headers }),
  };
}

async function succeeded(response: Response): Promise<unknown> {
  const body: unknown = await response.json();
  if (response.ok) return body;
  const problem = Problem.safeParse(body);
  throw new Error(`${response.status}: ${problem.success ? problem.data.detail : JSON.stringify(body)}`);
}

function postJson(url: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(url, {
    method: "POST",
    headers: { "Content-Type": "application/json", ...headers },
    body: JSON.stringify(body),
  });
}
