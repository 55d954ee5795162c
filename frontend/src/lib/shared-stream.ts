import { z } from "zod";
import { readFrame, type Inbox, type Reading, type StreamOwner } from "./sse-inbox.ts";
import type { Connection } from "./sse-state.ts";
import type { EventStream, StreamListener } from "./sse.ts";

/** Tabs of one origin may run different builds for a while after an update, so what they say is parsed. */
const TabMessage = z.discriminatedUnion("type", [
  z.object({ type: z.literal("ask") }),
  z.object({ type: z.literal("retry") }),
  z.object({
    type: z.literal("frame"),
    frame: z.object({ event: z.string(), id: z.string().optional(), data: z.string() }),
  }),
  z.object({
    type: z.literal("state"),
    head: z.number().optional(),
    connection: z.object({
      name: z.enum(["connecting", "live", "reconnecting", "polling", "offline", "closed"]),
      since: z.number(),
      attempt: z.number(),
      retryAt: z.number().optional(),
    }),
  }),
]);
type TabMessage = z.infer<typeof TabMessage>;

export interface TabPorts {
  /** Every other tab gets what is posted; `onMessage` is called with what they post. */
  readonly channel: {
    post(message: unknown): void;
    onMessage: (take: (message: unknown) => void) => void;
    close(): void;
  };
  /** Calls `lead` once this tab is the one that holds the connection; the lock is free again when it resolves. */
  readonly lead: (lead: () => Promise<void>, signal: AbortSignal) => Promise<void>;
  readonly makeStream: (listener: StreamListener) => EventStream;
}

export interface SharedListener {
  readonly onConnection: (connection: Connection) => void;
  readonly onReading: (reading: Reading) => void;
}

export interface SharedStream {
  retryNow(): void;
  setOnline(online: boolean): void;
  close(): void;
}

/**
 * One connection for all tabs of a browser, which has only six of them for an origin. The leading tab holds it and
 * passes every frame on; each tab keeps its own account of what it has seen. When the leader closes, the next one
 * resumes from what it has seen itself.
 */
export function createSharedStream(
  owner: StreamOwner,
  startAt: number | undefined,
  ports: TabPorts,
  listener: SharedListener,
): SharedStream {
  let inbox: Inbox = { owner, lastId: startAt };
  let connection: Connection | undefined;
  let stream: EventStream | undefined;
  const closing = new AbortController();

  function take(frame: Parameters<typeof readFrame>[1]): void {
    const { reading, inbox: seen } = readFrame(inbox, frame);
    inbox = seen;
    listener.onReading(reading);
  }

  function tellState(): void {
    if (!connection) return;
    const head = inbox.lastId === undefined ? {} : { head: inbox.lastId };
    ports.channel.post({ type: "state", connection, ...head } satisfies TabMessage);
  }

  function followState(message: Extract<TabMessage, { type: "state" }>): void {
    connection = definedOnly(message.connection);
    listener.onConnection(connection);
    if (inbox.lastId !== undefined || message.head === undefined) return;
    inbox = { ...inbox, lastId: message.head };
    listener.onReading({ type: "begun", head: message.head });
  }

  ports.channel.onMessage((raw) => {
    const message = TabMessage.safeParse(raw).data;
    if (!message || closing.signal.aborted) return;
    if (message.type === "frame") return take(message.frame);
    if (message.type === "state") return stream ? undefined : followState(message);
    if (!stream) return;
    if (message.type === "ask") tellState();
    else stream.signal({ type: "retry" });
  });

  async function lead(): Promise<void> {
    // The lock may have been on its way already when this tab let go.
    if (closing.signal.aborted) return;
    stream = ports.makeStream({
      lastId: () => inbox.lastId,
      onConnection: (next) => {
        // Whoever takes over speaks next; that we leave is no news to them.
        if (closing.signal.aborted) return;
        connection = next;
        listener.onConnection(next);
        tellState();
      },
      onFrame: (frame) => {
        ports.channel.post({ type: "frame", frame } satisfies TabMessage);
        take(frame);
      },
    });
    stream.start();
    await new Promise<void>((resolve) => {
      closing.signal.addEventListener("abort", () => resolve(), { once: true });
    });
  }

  ports.channel.post({ type: "ask" } satisfies TabMessage);
  void ports.lead(lead, closing.signal);

  return {
    retryNow: () => {
      if (stream) stream.signal({ type: "retry" });
      else ports.channel.post({ type: "retry" } satisfies TabMessage);
    },
    setOnline: (online) => stream?.signal({ type: online ? "online" : "offline" }),
    close: () => {
      const leading = stream;
      stream = undefined;
      closing.abort();
      leading?.close();
      ports.channel.close();
    },
  };
}

/** Drops keys whose value is undefined, which a parsed optional leaves behind. */
function definedOnly(connection: Extract<TabMessage, { type: "state" }>["connection"]): Connection {
  const { retryAt, ...rest } = connection;
  return retryAt === undefined ? rest : { ...rest, retryAt };
}
