import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attemptsBeforePolling, step, type Connection, type Signal } from "./sse-state.ts";

const closed: Connection = { name: "closed", since: 0, attempt: 0 };
const at = (now: number, random = 0) => ({ now, random });

function follow(signals: Signal["type"][], from = closed): Connection {
  return signals.reduce((connection, type) => step(connection, { type }, at(0)).connection, from);
}

const anySignal = fc.constantFrom<Signal>(
  { type: "start" },
  { type: "opened" },
  { type: "retry" },
  { type: "offline" },
  { type: "online" },
  { type: "lost" },
  { type: "lost", retryAfterMs: 60_000 },
);

describe("the stream's state", () => {
  it("goes live from a start that is answered", () => {
    expect(follow(["start", "opened"]).name).toBe("live");
  });

  it("waits longer after every failed try, and never past half a minute", () => {
    let connection = follow(["start", "opened"]);
    const waits: number[] = [];
    for (let tries = 0; tries < 8; tries += 1) {
      connection = step(connection, { type: "lost" }, at(0, 1)).connection;
      waits.push(connection.retryAt ?? 0);
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
  });

  it("polls after several failed tries, and lives again as soon as the stream does", () => {
    const lost = Array.from({ length: attemptsBeforePolling }, () => "lost" as const);
    const polling = follow(["start", "opened", ...lost]);
    expect(polling.name).toBe("polling");
    expect(follow(["retry", "opened"], polling)).toMatchObject({ name: "live", attempt: 0 });
  });

  it("goes on reconnecting, and does not claim to poll, while nobody answers", () => {
    let connection = follow(["start", "opened"]);
    for (let tries = 0; tries < attemptsBeforePolling + 2; tries += 1) {
      connection = step(connection, { type: "lost", unreachable: true }, at(0)).connection;
    }
    expect(connection).toMatchObject({ name: "reconnecting", attempt: attemptsBeforePolling + 2 });
    expect(step(connection, { type: "lost" }, at(0)).connection.name).toBe("polling");
  });

  it("does not try before the server said it may", () => {
    const lost: Signal = { type: "lost", retryAfterMs: 60_000 };
    expect(step(follow(["start"]), lost, at(100)).connection.retryAt).toBe(60_100);
  });

  it("connects at once when the network comes back", () => {
    const offline = follow(["start", "opened", "offline"]);
    expect(offline.name).toBe("offline");
    expect(step(offline, { type: "online" }, at(0)).effects).toEqual(["connect"]);
  });

  it("stays closed until started again", () => {
    expect(follow(["start", "close", "lost", "retry", "online", "opened"]).name).toBe("closed");
    expect(follow(["start", "close", "start"]).name).toBe("connecting");
  });

  it("always has a way on: a try under way, a time for the next, or a network to wait for", () => {
    fc.assert(
      fc.property(fc.array(anySignal, { maxLength: 30 }), (signals) => {
        let connection = follow(["start"]);
        let trying = true;
        for (const signal of signals) {
          const taken = step(connection, signal, at(0));
          connection = taken.connection;
          if (taken.effects.includes("connect")) trying = true;
          if (taken.effects.includes("disconnect")) trying = false;
          if (signal.type === "opened") trying = true;
          const waits = connection.retryAt !== undefined || connection.name === "offline";
          expect(trying || waits).toBe(true);
        }
      }),
    );
  });
});
