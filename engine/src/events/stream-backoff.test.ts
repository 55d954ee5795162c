import { describe, expect, it } from "vitest";
import { StreamBackoff, backoffFirstMs, backoffMaxMs } from "./stream-backoff.ts";

describe("StreamBackoff", () => {
  it("holds back a refused stream until its pause is over", () => {
    const backoff = new StreamBackoff();
    backoff.failed("learner.a", 1_000);
    expect(backoff.waiting(1_000 + backoffFirstMs - 1)).toEqual(["learner.a"]);
    expect(backoff.waiting(1_000 + backoffFirstMs)).toEqual([]);
  });

  it("doubles the pause with each failure in a row, up to the longest", () => {
    const backoff = new StreamBackoff();
    const pauses = Array.from({ length: 12 }, () => backoff.failed("learner.a", 0));
    expect(pauses.slice(0, 3)).toEqual([backoffFirstMs, backoffFirstMs * 2, backoffFirstMs * 4]);
    expect(pauses.at(-1)).toBe(backoffMaxMs);
  });

  it("starts anew after a success", () => {
    const backoff = new StreamBackoff();
    backoff.failed("learner.a", 0);
    backoff.failed("learner.a", 0);
    backoff.succeeded("learner.a");
    expect(backoff.failed("learner.a", 0)).toBe(backoffFirstMs);
  });

  it("says how long the first of the waiting streams still waits", () => {
    const backoff = new StreamBackoff();
    expect(backoff.pauseMs(0)).toBeUndefined();
    backoff.failed("learner.a", 0);
    backoff.failed("learner.b", 100);
    expect(backoff.pauseMs(150)).toBe(backoffFirstMs - 150);
  });
});
