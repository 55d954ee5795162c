import { Agent, request } from "undici";

export type UpstreamAnswer =
  | {
      readonly type: "answered";
      readonly status: number;
      readonly contentType: string;
      readonly body: string;
    }
  | { readonly type: "unreachable"; readonly reason: "timeout" | "refused" };

export interface UpstreamCall {
  readonly method: "GET" | "POST" | "DELETE";
  readonly path: `/${string}`;
  readonly headers?: Record<string, string>;
  readonly body?: string;
  readonly timeoutMs: number;
}

const keepAliveMs = 10_000;
/** One pool of connections a socket file. The bundler may load this module twice; two pools do no harm. */
const socketAgents = new Map<string, Agent>();

/** Calls another room, over TCP or over a unix socket. Never throws for what a network does. */
export async function callUpstream(base: string, call: UpstreamCall): Promise<UpstreamAnswer> {
  const socketPath = base.startsWith("unix:") ? base.slice("unix:".length) : undefined;
  try {
    const answer = await request(new URL(call.path, socketPath === undefined ? base : "http://room"), {
      method: call.method,
      headers: call.headers ?? {},
      signal: AbortSignal.timeout(call.timeoutMs),
      ...(call.body === undefined ? {} : { body: call.body }),
      ...(socketPath === undefined ? {} : { dispatcher: agentFor(socketPath) }),
    });
    const contentType = answer.headers["content-type"];
    return {
      type: "answered",
      status: answer.statusCode,
      contentType: typeof contentType === "string" ? contentType : "",
      body: await answer.body.text(),
    };
  } catch (error) {
    const late = error instanceof Error && error.name === "TimeoutError";
    return { type: "unreachable", reason: late ? "timeout" : "refused" };
  }
}

function agentFor(socketPath: string): Agent {
  const known = socketAgents.get(socketPath);
  if (known) return known;
  const agent = new Agent({ connect: { socketPath }, keepAliveTimeout: keepAliveMs });
  socketAgents.set(socketPath, agent);
  return agent;
}
