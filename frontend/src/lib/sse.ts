import { limits } from "@mastery/contracts/limits";
import { createParser } from "eventsource-parser";
import type { Frame } from "./sse-inbox.ts";
import { step, type Connection, type Signal } from "./sse-state.ts";

/** What happened when the stream was asked for. `unreachable`: nobody answered at all. */
export type Opened =
  | { readonly type: "open"; readonly body: ReadableStream<Uint8Array> }
  | { readonly type: "refused" }
  | { readonly type: "unreachable" }
  | { readonly type: "failed"; readonly retryAfterMs?: number };

export interface StreamPorts {
  /** Subscribes where needed and opens the stream after `lastId`. Renewing a token is its business. */
  readonly open: (lastId: number | undefined, signal: AbortSignal) => Promise<Opened>;
  readonly now: () => number;
  readonly random: () => number;
  /** Runs once after `ms`; gives back what cancels it. */
  readonly after: (ms: number, run: () => void) => () => void;
}

export interface StreamListener {
  readonly onConnection: (connection: Connection) => void;
  readonly onFrame: (frame: Frame) => void;
  /** The newest event seen; where a new try resumes. */
  readonly lastId: () => number | undefined;
}

export interface EventStream {
  start(): void;
  signal(signal: Signal): void;
  close(): void;
}

/** The server writes at once; who has heard nothing by then sits behind something that swallows streams. */
const openMsMax = 30_000;
/** Two heartbeats may be late; a third means that nobody is there. */
const silenceMsMax = limits.heartbeatMs * 2.5;

/** Keeps one stream of events open for as long as it is wanted; `sse-state.ts` decides, this acts. */
export function createEventStream(ports: StreamPorts, listener: StreamListener): EventStream {
  let connection: Connection = { name: "closed", since: ports.now(), attempt: 0 };
  let trying: AbortController | undefined;
  let cancelTimer = () => {};

  function send(signal: Signal): void {
    const taken = step(connection, signal, { now: ports.now(), random: ports.random() });
    const changed = taken.connection !== connection;
    connection = taken.connection;
    for (const effect of taken.effects) {
      cancelTimer();
      trying?.abort();
      trying = undefined;
      if (effect === "connect") void connect();
    }
    if (changed) {
      waitForRetry();
      listener.onConnection(connection);
    }
  }

  function waitForRetry(): void {
    if (connection.retryAt === undefined) return;
    cancelTimer = ports.after(Math.max(0, connection.retryAt - ports.now()), () => send({ type: "retry" }));
  }

  async function connect(): Promise<void> {
    const own = new AbortController();
    trying = own;
    const opening = new AbortController();
    const cancelWatch = ports.after(openMsMax, () => opening.abort());
    const opened = await ports
      .open(listener.lastId(), AbortSignal.any([own.signal, opening.signal]))
      .catch((): Opened => ({ type: opening.signal.aborted ? "failed" : "unreachable" }));
    cancelWatch();
    if (own.signal.aborted) {
      if (opened.type === "open") await opened.body.cancel();
      return;
    }
    if (opened.type === "refused") return send({ type: "refused" });
    if (opened.type === "unreachable") return send({ type: "lost", unreachable: true });
    if (opened.type === "failed") {
      const { retryAfterMs } = opened;
      return send({ type: "lost", ...(retryAfterMs === undefined ? {} : { retryAfterMs }) });
    }
    const end = await readFrames(ports, opened.body, own.signal, (frame) => {
      if (frame.event === "stream.ready") send({ type: "opened" });
      listener.onFrame(frame);
    });
    if (!own.signal.aborted) send({ type: end });
  }

  return {
    start: () => send({ type: "start" }),
    signal: send,
    close: () => send({ type: "close" }),
  };
}

/** Reads until the stream ends, breaks, falls silent, or says that it will not come back. */
async function readFrames(
  ports: StreamPorts,
  body: ReadableStream<Uint8Array>,
  signal: AbortSignal,
  onFrame: (frame: Frame) => void,
): Promise<"lost" | "refused"> {
  let end: "lost" | "refused" = "lost";
  const parser = createParser({
    onEvent: ({ event, id, data }) => {
      if (event === "stream.closing" && /membership-lost|unsubscribed/.test(data)) end = "refused";
      onFrame({ event: event ?? "message", id, data });
    },
  });
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let cancelWatch = () => {};
  const stop = () => void reader.cancel().catch(() => undefined);
  signal.addEventListener("abort", stop, { once: true });
  try {
    for (;;) {
      cancelWatch = ports.after(silenceMsMax, stop);
      const { done, value } = await reader.read();
      cancelWatch();
      if (done) return end;
      parser.feed(decoder.decode(value, { stream: true }));
    }
  } catch {
    // A broken connection and an ended one need the same: another try.
    return end;
  } finally {
    cancelWatch();
    signal.removeEventListener("abort", stop);
  }
}
