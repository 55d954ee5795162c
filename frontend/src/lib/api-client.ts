import type { Endpoint } from "@mastery/contracts/endpoint";
import { endpoints, type EndpointName } from "@mastery/contracts/endpoints";
import type { z } from "zod";
import { readFailure, type ApiFailure } from "./api-failure.ts";
import { parseJson } from "./parse-json.ts";
import type { Refreshed } from "./refresh-session.ts";

type Table = typeof endpoints;
type Part<N extends EndpointName, K extends string> =
  Table[N] extends Record<K, infer S extends z.ZodType> ? z.input<S> : undefined;

/** What a call takes: path parameters and body where the contract has them, query values where it allows them. */
export type ApiInput<N extends EndpointName> = CallOptions &
  (Part<N, "params"> extends undefined ? unknown : { params: Part<N, "params"> }) &
  (Part<N, "query"> extends undefined ? unknown : { query?: Partial<Part<N, "query">> }) &
  (Part<N, "body"> extends undefined ? unknown : { body: Part<N, "body"> });

export interface CallOptions {
  readonly signal?: AbortSignal;
  /** The same key and body gives the first answer again; keep the key while repeating one submission. */
  readonly idempotencyKey?: string;
}

export type ApiAnswer<N extends EndpointName> = Table[N]["success"] extends {
  schema: infer S extends z.ZodType;
}
  ? z.output<S>
  : undefined;

export type ApiResult<T> = { readonly type: "ok"; readonly value: T } | ApiFailure;

export interface ApiClient {
  call<N extends EndpointName>(name: N, input: ApiInput<N>): Promise<ApiResult<ApiAnswer<N>>>;
  /** Renews the session if it has not been renewed since `failedAt` (ms). */
  refresh(failedAt: number): Promise<Refreshed>;
}

export interface ApiPorts {
  readonly fetch: typeof fetch;
  readonly now: () => number;
  readonly refresh: (failedAt: number) => Promise<Refreshed>;
  /** Called once the server has refused to renew the session. */
  readonly onSignedOut: () => void;
}

const callTimeoutMs = 15_000;
/** One for a token that ran out, one more for the tab that lost a race. */
const refreshesMax = 2;

/** Calls that decide who is signed in; a 401 is their answer, not an expired token. */
const signInCalls = new Set<EndpointName>(["login", "refresh", "join", "logout"]);

export function createApiClient(ports: ApiPorts): ApiClient {
  const refresh = async (failedAt: number) => {
    const refreshed = await ports.refresh(failedAt);
    if (refreshed === "refused") ports.onSignedOut();
    return refreshed;
  };
  return {
    refresh,
    async call(name, input) {
      const endpoint: Endpoint = endpoints[name];
      for (let refreshes = 0; ; refreshes += 1) {
        const sentAt = ports.now();
        const result = await send(ports.fetch, endpoint, input);
        const expired = result.type === "problem" && result.code === "unauthenticated";
        if (!expired || signInCalls.has(name) || refreshes === refreshesMax) {
          // The schema that parsed the value is the one that `ApiAnswer` is inferred from.
          return result as ApiResult<ApiAnswer<typeof name>>;
        }
        const refreshed = await refresh(sentAt);
        if (refreshed === "unreachable") return { type: "offline", detail: "The server is not answering." };
        if (refreshed === "refused") return { type: "signed-out" };
      }
    },
  };
}

interface LooseInput extends CallOptions {
  readonly params?: Record<string, unknown>;
  readonly query?: Record<string, unknown>;
  readonly body?: unknown;
}

async function send(
  fetcher: typeof fetch,
  endpoint: Endpoint,
  input: LooseInput,
): Promise<ApiResult<unknown>> {
  const timeout = AbortSignal.timeout(callTimeoutMs);
  const signal = input.signal ? AbortSignal.any([input.signal, timeout]) : timeout;
  try {
    const answer = await fetcher(callPath(endpoint.path, input), {
      method: endpoint.method,
      headers: callHeaders(input),
      signal,
      ...(input.body === undefined ? {} : { body: JSON.stringify(input.body) }),
    });
    const body = await answer.text();
    if (!answer.ok) return readFailure(answer.status, body, answer.headers);
    const { schema } = endpoint.success;
    if (!schema) return { type: "ok", value: undefined };
    const parsed = schema.safeParse(parseJson(body));
    if (parsed.success) return { type: "ok", value: parsed.data };
    return { type: "unreadable", status: answer.status, detail: "The server's answer could not be read." };
  } catch (error) {
    // Whoever aborted knows why, and no longer wants an answer.
    if (input.signal?.aborted) throw error;
    const detail = timeout.aborted ? "The server took too long to answer." : "The server cannot be reached.";
    return { type: "offline", detail };
  }
}

function callHeaders(input: LooseInput): Record<string, string> {
  return {
    accept: "application/json, application/problem+json",
    "x-requested-with": "mastery",
    ...(input.body === undefined ? {} : { "content-type": "application/json" }),
    ...(input.idempotencyKey === undefined ? {} : { "idempotency-key": input.idempotencyKey }),
  };
}

/** The address of a call, its parameters filled in and its query appended. */
export function callPath(path: string, input: Pick<LooseInput, "params" | "query">): string {
  const filled = path.replaceAll(/:(\w+)/g, (_match, name: string) =>
    encodeURIComponent(asText(input.params?.[name])),
  );
  const query = new URLSearchParams();
  for (const [name, value] of Object.entries(input.query ?? {})) {
    if (value !== undefined) query.set(name, asText(value));
  }
  return query.size > 0 ? `${filled}?${query}` : filled;
}

function asText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}
