/** How the stream of events stands. Shown by the light, shared by all tabs. */
export interface Connection {
  readonly name: ConnectionName;
  /** When this state began, in ms. */
  readonly since: number;
  /** Tries that failed since the stream last lived. */
  readonly attempt: number;
  /** When the next try comes, in ms, where one is waiting. */
  readonly retryAt?: number;
}

export type ConnectionName = "connecting" | "live" | "reconnecting" | "polling" | "offline" | "closed";

/**
 * `lost`: a try failed or the stream ended; `unreachable` when nobody answered at all. `retry`: time for the next try, or a person asked for it. `refused`: the
 * server will not stream to us. `offline`, `online`: what the browser says of its network.
 */
export type Signal =
  | { readonly type: "start" | "opened" | "retry" | "offline" | "online" | "refused" | "close" }
  | { readonly type: "lost"; readonly retryAfterMs?: number; readonly unreachable?: true };

export interface Circumstances {
  readonly now: number;
  /** 0 to 1, spreads the tries of many browsers. */
  readonly random: number;
}

/** What to do besides changing state. */
export type Effect = "connect" | "disconnect";

export interface Step {
  readonly connection: Connection;
  readonly effects: readonly Effect[];
}

type Rule = (from: Connection, circumstances: Circumstances, signal: Signal) => Step;

const backoffMs = 1_000;
const backoffMsMax = 30_000;
/** After this many failed tries the page fetches results by itself until the stream is back. */
export const attemptsBeforePolling = 4;
export const pollEveryMs = 10_000;

const stay: Rule = (from) => ({ connection: from, effects: [] });
const live: Rule = (from, { now }) => ({
  connection: from.name === "live" ? from : { name: "live", since: now, attempt: 0 },
  effects: [],
});
const close: Rule = (_from, { now }) => ({
  connection: { name: "closed", since: now, attempt: 0 },
  effects: ["disconnect"],
});
const goOffline: Rule = (_from, { now }) => ({
  connection: { name: "offline", since: now, attempt: 0 },
  effects: ["disconnect"],
});
const connect: Rule = (_from, { now }) => ({
  connection: { name: "connecting", since: now, attempt: 0 },
  effects: ["connect"],
});
const tryAgain: Rule = ({ name, since, attempt }) => ({
  connection: { name, since, attempt },
  effects: ["connect"],
});
const waitThenTry: Rule = (from, { now, random }, signal) => {
  const attempt = from.attempt + 1;
  const lost = signal.type === "lost" ? signal : undefined;
  // Where nobody answers there is nothing to poll.
  const name = attempt >= attemptsBeforePolling && !lost?.unreachable ? "polling" : "reconnecting";
  const asked = lost?.retryAfterMs ?? 0;
  return {
    connection: {
      name,
      since: from.name === name ? from.since : now,
      attempt,
      retryAt: now + Math.max(asked, backoff(attempt, random)),
    },
    effects: ["disconnect"],
  };
};

/** Every state against every signal; the compiler misses none. */
const table: Record<ConnectionName, Record<Signal["type"], Rule>> = {
  connecting: {
    start: stay,
    opened: live,
    lost: waitThenTry,
    retry: stay,
    offline: goOffline,
    online: stay,
    refused: close,
    close,
  },
  live: {
    start: stay,
    opened: live,
    lost: waitThenTry,
    retry: stay,
    offline: goOffline,
    online: stay,
    refused: close,
    close,
  },
  reconnecting: {
    start: stay,
    opened: live,
    lost: waitThenTry,
    retry: tryAgain,
    offline: goOffline,
    online: tryAgain,
    refused: close,
    close,
  },
  polling: {
    start: stay,
    opened: live,
    lost: waitThenTry,
    retry: tryAgain,
    offline: goOffline,
    online: tryAgain,
    refused: close,
    close,
  },
  offline: {
    start: stay,
    opened: live,
    lost: stay,
    retry: connect,
    offline: stay,
    online: connect,
    refused: close,
    close,
  },
  closed: {
    start: connect,
    opened: stay,
    lost: stay,
    retry: stay,
    offline: stay,
    online: stay,
    refused: stay,
    close: stay,
  },
};

export function step(from: Connection, signal: Signal, circumstances: Circumstances): Step {
  return table[from.name][signal.type](from, circumstances, signal);
}

/** Doubling, at most 30 s; the later half of each wait is left to chance. */
function backoff(attempt: number, random: number): number {
  const full = Math.min(backoffMsMax, backoffMs * 2 ** (attempt - 1));
  return full / 2 + (full / 2) * random;
}
