import { describe, expect, it } from "vitest";
import { frameOf, masteryUpdated, readyFrame } from "./live/test-events.ts";
import { createSharedStream, type SharedStream } from "./shared-stream.ts";
import type { Frame } from "./sse-inbox.ts";
import type { Connection, Signal } from "./sse-state.ts";
import type { StreamListener } from "./sse.ts";

/** One browser: tabs that hear each other, a lock that one of them holds, and the one connection there is. */
function browser() {
  const tabs = new Set<(message: unknown) => void>();
  const waiting: (() => Promise<void>)[] = [];
  let held = false;
  const open: { listener: StreamListener; signals: Signal[]; from: number | undefined }[] = [];

  async function next(): Promise<void> {
    const lead = held ? undefined : waiting.shift();
    if (!lead) return;
    held = true;
    await lead();
    held = false;
    await next();
  }

  function tab(startAt?: number) {
    const seen: (number | undefined)[] = [];
    const begun: number[] = [];
    let connection: Connection | undefined;
    let hear: (message: unknown) => void = () => {};
    const receive = (message: unknown) => hear(message);
    tabs.add(receive);
    const stream: SharedStream = createSharedStream(
      { kind: "learner", studentId: "s1" },
      startAt,
      {
        channel: {
          post: (message) => {
            const copy: unknown = structuredClone(message);
            for (const other of tabs) if (other !== receive) other(copy);
          },
          onMessage: (take) => {
            hear = take;
          },
          close: () => void tabs.delete(receive),
        },
        lead: async (lead) => {
          waiting.push(lead);
          await next();
        },
        makeStream: (listener) => {
          const signals: Signal[] = [];
          open.push({ listener, signals, from: listener.lastId() });
          return { start: () => {}, signal: (signal) => void signals.push(signal), close: () => {} };
        },
      },
      {
        onConnection: (state) => {
          connection = state;
        },
        onReading: (reading) => {
          if (reading.type === "event") seen.push(reading.sequence);
          if (reading.type === "begun") begun.push(reading.head);
        },
      },
    );
    return { stream, seen, begun, connection: () => connection };
  }

  return {
    tab,
    open,
    send: (...frames: Frame[]) => {
      for (const frame of frames) open.at(-1)?.listener.onFrame(frame);
    },
  };
}

const event = (id: number) => frameOf(masteryUpdated(), id);
const live: Connection = { name: "live", since: 1, attempt: 0 };

describe("tabs of one browser", () => {
  it("open one connection, and all hear every event once", () => {
    const { tab, open, send } = browser();
    const first = tab();
    const second = tab();
    send(readyFrame(0), event(1), event(2), event(2));
    expect(open).toHaveLength(1);
    expect(first.seen).toEqual([1, 2]);
    expect(second.seen).toEqual([1, 2]);
  });

  it("hand over without a gap when the leader closes", async () => {
    const { tab, open, send } = browser();
    const first = tab();
    const second = tab();
    send(readyFrame(0), event(1), event(2));
    first.stream.close();
    await expect.poll(() => open.length).toBe(2);
    expect(open[1]?.from).toBe(2);
    send(event(3));
    expect(second.seen).toEqual([1, 2, 3]);
    expect(first.seen).toEqual([1, 2]);
  });

  it("pass the lead over one that closed while it waited", async () => {
    const { tab, open, send } = browser();
    const first = tab();
    const second = tab();
    const third = tab();
    second.stream.close();
    first.stream.close();
    await expect.poll(() => open.length).toBe(2);
    send(readyFrame(0), event(1));
    expect(third.seen).toEqual([1]);
    expect(second.seen).toEqual([]);
  });

  it("tell a new tab how the stream stands and where it is", () => {
    const { tab, open, send } = browser();
    tab();
    send(readyFrame(4));
    open[0]?.listener.onConnection(live);
    const late = tab();
    expect(late.connection()).toEqual(live);
    expect(late.begun).toEqual([4]);
    send(event(5));
    expect(late.seen).toEqual([5]);
  });

  it("ignore events that a tab's own snapshot contains already", () => {
    const { tab, open, send } = browser();
    tab();
    const ahead = tab(6);
    open[0]?.listener.onConnection(live);
    send(readyFrame(4), event(5), event(6), event(7));
    expect(ahead.seen).toEqual([7]);
  });

  it("let any tab ask for a try now", () => {
    const { tab, open } = browser();
    tab();
    tab().stream.retryNow();
    expect(open[0]?.signals).toEqual([{ type: "retry" }]);
  });

  it("are not disturbed by messages of another build", () => {
    const { tab, send } = browser();
    const first = tab();
    const second = tab();
    send(readyFrame(0));
    send({ event: "stream.unheard-of", data: "{}" });
    send(event(1));
    expect([first.seen, second.seen]).toEqual([[1], [1]]);
  });
});
