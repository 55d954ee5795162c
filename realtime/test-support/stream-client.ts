import { get, type IncomingMessage } from "node:http";
import { expect, vi } from "vitest";

/** Whatever is awaited must come within this, however busy the machine is. */
const arrivesWithinMs = 30_000;

/** A failed wait shows the end of what was received. */
const shownCharacters = 500;

export interface ReceivedFrame {
  readonly id: string | undefined;
  readonly event: string | undefined;
  readonly data: unknown;
}

/** Opens a stream as a browser would, and keeps every byte. */
export async function openStream(url: string, headers: Record<string, string>) {
  const response = await new Promise<IncomingMessage>((resolve, reject) => {
    get(url, { headers, agent: false }, resolve).on("error", reject);
  });
  let text = "";
  let ended = false;
  response.setEncoding("utf8");
  response.on("data", (chunk: string) => (text += chunk));
  response.on("close", () => (ended = true));
  response.on("error", () => (ended = true));

  const parsed: ReceivedFrame[] = [];
  let parsedTo = 0;

  /** Complete frames so far, comments left out. */
  function frames(): readonly ReceivedFrame[] {
    for (let end = text.indexOf("\n\n", parsedTo); end !== -1; end = text.indexOf("\n\n", parsedTo)) {
      const frame = text.slice(parsedTo, end);
      if (/^event: /m.test(frame)) parsed.push(parseFrame(frame));
      parsedTo = end + 2;
    }
    return parsed;
  }

  return {
    response,
    frames,
    text: () => text,
    events: () => frames().filter(({ event }) => !event?.startsWith("stream.")),
    ids: () => frames().flatMap(({ id }) => (id === undefined ? [] : [Number(id)])),
    frame: (event: string) => frames().find((frame) => frame.event === event),
    /** Waits until the stream has said this much. */
    until: (condition: () => boolean, what: string) =>
      vi.waitFor(() => expect(condition(), `${what}, in …${text.slice(-shownCharacters)}`).toBe(true), {
        timeout: arrivesWithinMs,
        interval: 5,
      }),
    untilEvent: (event: string) =>
      vi.waitFor(() => expect(frames().map((frame) => frame.event)).toContain(event), {
        timeout: arrivesWithinMs,
        interval: 5,
      }),
    untilEnded: () => vi.waitFor(() => expect(ended).toBe(true), { timeout: arrivesWithinMs, interval: 5 }),
    leave: () => response.destroy(),
  };
}

function parseFrame(frame: string): ReceivedFrame {
  const field = (name: string) => new RegExp(`^${name}: (.*)$`, "m").exec(frame)?.[1];
  return { id: field("id"), event: field("event"), data: JSON.parse(field("data") ?? "null") };
}
