import { describe, expect, it } from "vitest";
import { frameOf, masteryUpdated } from "./live/test-events.ts";
import type { Connection } from "./sse-state.ts";
import { createEventStream, type Opened } from "./sse.ts";

/** A server whose answers wait in a list, and a clock that only moves when told to. */
function setUp(answers: (Opened | "silence")[]) {
  const opens: (number | undefined)[] = [];
  const states: Connection["name"][] = [];
  const frames: string[] = [];
  const timers = new Set<{ ms: number; run: () => void }>();
  let lastId: number | undefined;
  const stream = createEventStream(
    {
      open: async (from, signal) => {
        opens.push(from);
        const answer = answers.shift() ?? { type: "failed" };
        return answer === "silence" ? await untilAborted(signal) : answer;
      },
      now: () => 0,
      random: () => 0,
      after: (ms, run) => {
        const timer = { ms, run };
        timers.add(timer);
        return () => void timers.delete(timer);
      },
    },
    {
      lastId: () => lastId,
      onConnection: ({ name }) => void states.push(name),
      onFrame: (frame) => {
        frames.push(frame.event);
        if (frame.id) lastId = Number(frame.id);
      },
    },
  );
  const fire = () => {
    const [first] = timers;
    if (!first) return;
    timers.delete(first);
    first.run();
  };
  return { stream, opens, states, frames, timers, fire };
}

function untilAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new Error("aborted")));
  });
}

function openWith(...texts: string[]) {
  let controller: ReadableStreamDefaultController<Uint8Array> | undefined;
  const body = new ReadableStream<Uint8Array>({
    start(own) {
      controller = own;
      for (const text of texts) own.enqueue(new TextEncoder().encode(text));
    },
  });
  return { opened: { type: "open" as const, body }, end: () => controller?.close() };
}

const ready = 'event: stream.ready\ndata: {"head":0,"expiresAt":"2026-01-01T00:00:00Z"}\n\n';
const event = (id: number) =>
  `id: ${id}\nevent: mastery.updated\ndata: ${frameOf(masteryUpdated(), id).data}\n\n`;

describe("the event stream", () => {
  it("is live once the server says that it is ready, however the bytes are cut", async () => {
    const { opened } = openWith(": hello\n\n", ready.slice(0, 9), ready.slice(9), event(1));
    const { stream, states, frames } = setUp([opened]);
    stream.start();
    await expect.poll(() => frames).toEqual(["stream.ready", "mastery.updated"]);
    expect(states).toEqual(["connecting", "live"]);
  });

  it("resumes after the last event it has seen when the connection ends", async () => {
    const first = openWith(ready, event(1), event(2));
    const second = openWith(ready);
    const { stream, states, opens, frames, fire } = setUp([first.opened, second.opened]);
    stream.start();
    await expect.poll(() => frames.length).toBe(3);
    first.end();
    await expect.poll(() => states.at(-1)).toBe("reconnecting");
    fire();
    await expect.poll(() => states.at(-1)).toBe("live");
    expect(opens).toEqual([undefined, 2]);
  });

  it("takes a connection that stays silent for a lost one", async () => {
    const { opened } = openWith(ready);
    const { stream, states, timers, fire } = setUp([opened]);
    stream.start();
    await expect.poll(() => states.at(-1)).toBe("live");
    await expect.poll(() => [...timers].some(({ ms }) => ms > 15_000)).toBe(true);
    fire();
    await expect.poll(() => states.at(-1)).toBe("reconnecting");
  });

  it("does not come back after its membership ended", async () => {
    const gone = 'event: stream.closing\ndata: {"reason":"membership-lost"}\n\n';
    const { opened, end } = openWith(ready, gone);
    const { stream, states, opens, frames } = setUp([opened]);
    stream.start();
    await expect.poll(() => frames.length).toBe(2);
    end();
    await expect.poll(() => states.at(-1)).toBe("closed");
    expect(opens).toHaveLength(1);
  });

  it("tries again when an answer does not begin in time", async () => {
    const { stream, states, fire } = setUp(["silence"]);
    stream.start();
    expect(states).toEqual(["connecting"]);
    fire();
    await expect.poll(() => states.at(-1)).toBe("reconnecting");
  });

  it("lets go of the connection when closed", async () => {
    const { opened } = openWith(ready);
    const { stream, states, timers } = setUp([opened]);
    stream.start();
    await expect.poll(() => states.at(-1)).toBe("live");
    stream.close();
    expect(states.at(-1)).toBe("closed");
    await expect.poll(() => timers.size).toBe(0);
  });
});
