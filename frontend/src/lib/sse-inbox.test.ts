import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { frameOf, masteryUpdated, readyFrame, resetFrame } from "./live/test-events.ts";
import { readFrame, type Frame, type Inbox, type Reading } from "./sse-inbox.ts";

const own: Inbox = { owner: { kind: "learner", studentId: "s1" }, lastId: undefined };

function readAll(inbox: Inbox, frames: Frame[]): { readings: Reading[]; inbox: Inbox } {
  const readings: Reading[] = [];
  let current = inbox;
  for (const frame of frames) {
    const read = readFrame(current, frame);
    readings.push(read.reading);
    current = read.inbox;
  }
  return { readings, inbox: current };
}

function delivered(readings: Reading[]): (number | undefined)[] {
  return readings.flatMap((reading) => (reading.type === "event" ? [reading.sequence] : []));
}

describe("the inbox", () => {
  it("delivers each event once and in order, however often the server repeats them", () => {
    const rising = fc.uniqueArray(fc.integer({ min: 1, max: 50 }), { minLength: 1 });
    fc.assert(
      fc.property(rising, fc.array(fc.nat()), (ids, repeats) => {
        const sorted = ids.toSorted((a, b) => a - b);
        const sent: number[] = [];
        for (const [index, id] of sorted.entries()) {
          sent.push(id);
          // A reconnect replays from some earlier event on.
          const from = repeats[index];
          if (from !== undefined) sent.push(...sorted.slice(from % (index + 1), index + 1));
        }
        const frames = sent.map((id) => frameOf(masteryUpdated(), id));
        expect(delivered(readAll(own, frames).readings)).toEqual(sorted);
      }),
    );
  });

  it("starts at the stream's head when it knows of nothing, and drops what is older", () => {
    const { readings } = readAll(own, [
      readyFrame(7),
      frameOf(masteryUpdated(), 7),
      frameOf(masteryUpdated(), 9),
    ]);
    expect(readings[0]).toEqual({ type: "begun", head: 7 });
    expect(delivered(readings)).toEqual([9]);
  });

  it("keeps its place when the stream opens again further on", () => {
    const { inbox, readings } = readAll({ ...own, lastId: 4 }, [readyFrame(7), frameOf(masteryUpdated(), 5)]);
    expect(delivered(readings)).toEqual([5]);
    expect(inbox.lastId).toBe(5);
  });

  it("does not deliver another learner's event, and does not ask for it again", () => {
    const { inbox, readings } = readAll({ ...own, lastId: 1 }, [
      frameOf(masteryUpdated({}, "somebody-else"), 2),
    ]);
    expect(readings).toEqual([{ type: "ignored", why: "foreign" }]);
    expect(inbox.lastId).toBe(2);
  });

  it("passes over what it cannot read", () => {
    const { readings } = readAll(own, [{ event: "mastery.updated", id: "3", data: "{" }]);
    expect(readings).toEqual([{ type: "ignored", why: "unreadable" }]);
  });

  it("delivers notices, which have no number, without losing its place", () => {
    const event = masteryUpdated();
    const notice = {
      ...event,
      type: "system.notice" as const,
      studentId: undefined,
      data: { level: "info" as const, text: "Hello" },
    };
    const { inbox, readings } = readAll({ ...own, lastId: 4 }, [frameOf(notice)]);
    expect(delivered(readings)).toEqual([undefined]);
    expect(inbox.lastId).toBe(4);
  });

  it("goes on from the new head after a reset, even one that lies lower", () => {
    const { inbox, readings } = readAll({ ...own, lastId: 90 }, [
      resetFrame(3),
      frameOf(masteryUpdated(), 4),
    ]);
    expect(readings[0]).toEqual({ type: "reset" });
    expect(delivered(readings)).toEqual([4]);
    expect(inbox.lastId).toBe(4);
  });
});
