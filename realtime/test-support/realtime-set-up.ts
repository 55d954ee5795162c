import { createEmbeddedBus } from "@mastery/bus/embedded-bus";
import type { VerifyToken } from "@mastery/access/verify-token";
import type { EventType } from "@mastery/contracts/event-data";
import type { AccessClaims } from "@mastery/contracts/session";
import type { StreamName } from "@mastery/contracts/stream";
import { Subscription } from "@mastery/contracts/subscription";
import type { RealtimeLimits } from "../src/limits.ts";
import { startRealtime } from "../src/server.ts";
import { exampleEvent } from "./example-events.ts";
import { silentLogger } from "./hub-set-up.ts";
import { ManualTime } from "./manual-time.ts";
import { MemoryDeadLetters, MemoryLog, MemorySubscriptions } from "./memory-ports.ts";
import { openStream } from "./stream-client.ts";

/** Minutes until the tokens of `tokenOf` expire. */
const tokenMinutes = 15;

/** The realtime room on a free port, with people, a clock and tables that the test holds in its hands. */
export async function realtimeSetUp(limits: Partial<RealtimeLimits> = {}) {
  const [bus, log, time] = [createEmbeddedBus(), new MemoryLog(), new ManualTime()];
  const [subscriptions, deadLetters] = [new MemorySubscriptions(), new MemoryDeadLetters()];
  const tokens = new Map<string, AccessClaims>();
  const taught = new Set<string>();

  const verifyToken: VerifyToken = async (token) => {
    const claims = tokens.get(token);
    if (claims === undefined) return { type: "invalid", reason: "signature" };
    if (claims.exp * 1_000 <= time.clock()) return { type: "invalid", reason: "expired" };
    return { type: "valid", claims };
  };
  const realtime = await startRealtime({
    listen: { host: "127.0.0.1", port: 0 },
    bus,
    history: log,
    subscriptions,
    deadLetters,
    authorise: { mayReadStream: async (caller, stream) => taught.has(`${caller.sub} ${stream}`) },
    verifyToken,
    logger: silentLogger,
    clock: time.clock,
    timers: time,
    limits,
  });
  const port = "port" in realtime.address ? realtime.address.port : 0;
  const origin = `http://127.0.0.1:${port}`;

  function tokenOf(name: string, role: AccessClaims["role"] = "student"): string {
    const token = `token-of-${name}-${tokens.size}`;
    const iat = Math.floor(time.clock() / 1_000);
    tokens.set(token, {
      iss: "mastery-engine",
      aud: "mastery-api",
      sub: `account-${name}`,
      ...(role === "student" ? { studentId: name } : {}),
      role,
      permissions: ["event:subscribe"],
      sid: `session-${name}`,
      iat,
      exp: iat + tokenMinutes * 60,
      jti: token,
    });
    return token;
  }

  function subscribe(token: string, body: unknown): Promise<Response> {
    return fetch(`${origin}/internal/subscriptions`, {
      method: "POST",
      headers: { authorization: `Bearer ${token}`, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
  }

  async function subscriptionOf(token: string, body: unknown): Promise<string> {
    return Subscription.parse(await (await subscribe(token, body)).json()).subscriptionId;
  }

  /** Commits an event to the log and lets the bus bring it, unless the bus is said to lose it. */
  async function happen(
    stream: StreamName,
    type: EventType,
    { lost = false, ...changes }: { lost?: boolean; data?: unknown; type?: string } = {},
  ) {
    const event = log.append(stream, exampleEvent(type, changes));
    if (!lost) await bus.publish(event);
    return event;
  }

  /** Subscribes and opens the stream. */
  async function follow(token: string, body: unknown, resume: { header?: string; query?: string } = {}) {
    const query = resume.query === undefined ? "" : `&lastEventId=${resume.query}`;
    return openStream(
      `${origin}/api/events/stream?subscriptionId=${await subscriptionOf(token, body)}${query}`,
      {
        authorization: `Bearer ${token}`,
        ...(resume.header === undefined ? {} : { "last-event-id": resume.header }),
      },
    );
  }

  async function close(): Promise<void> {
    await realtime.close();
    await bus.close();
  }

  const held = { bus, log, time, subscriptions, deadLetters, realtime, origin, taught };
  return { ...held, tokenOf, subscribe, subscriptionOf, happen, follow, close };
}

export const ofAda = { topics: ["submissions", "mastery", "alerts"], studentId: "ada" };
