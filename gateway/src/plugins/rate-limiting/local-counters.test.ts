import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createLocalCounters } from "./local-counters.ts";
import { windowStart } from "./windows.ts";

const start = Date.UTC(2026, 4, 4, 10, 0, 0);

describe("createLocalCounters", () => {
  it("never allows more than any of its limits, and never refuses while all have room", () => {
    const limits = [
      { window: "second", limit: 2 },
      { window: "minute", limit: 5 },
    ] as const;
    const calls = fc.array(fc.record({ caller: fc.constantFrom("a", "b"), afterMs: fc.nat(1500) }), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(calls, (sequence) => {
        const take = createLocalCounters(limits);
        const allowed: { caller: string; now: number }[] = [];
        let now = start;
        for (const { caller, afterMs } of sequence) {
          now += afterMs;
          const room = limits.every(
            ({ window, limit }) =>
              allowed.filter(
                (other) =>
                  other.caller === caller && windowStart(window, other.now) === windowStart(window, now),
              ).length < limit,
          );
          expect(take(caller, now).type).toBe(room ? "allowed" : "exceeded");
          if (room) allowed.push({ caller, now });
        }
      }),
    );
  });

  it("says that it is full rather than forget someone, and starts afresh with the next window", () => {
    const take = createLocalCounters([{ window: "minute", limit: 1 }], 2);
    expect(["a", "b", "c", "a"].map((caller) => take(caller, start).type)).toEqual([
      "allowed",
      "allowed",
      "full",
      "exceeded",
    ]);
    expect(take("c", start + 60_000).type).toBe("allowed");
  });
});
