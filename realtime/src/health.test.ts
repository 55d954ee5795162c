import { describe, expect, it } from "vitest";
import { embeddedBusNames, eventHealth } from "./health.ts";

const limits = { healthyLatencyMs: 2_000, latencyMemoryMs: 60_000 };
const at = Date.parse("2026-01-05T10:00:00.000Z");

describe("eventHealth", () => {
  it.each([
    ["healthy before the first event", { lastEventAt: undefined, latencyMs: 0, logAnswers: true }, "healthy"],
    ["healthy while events come in time", { lastEventAt: at, latencyMs: 12, logAnswers: true }, "healthy"],
    ["degraded while events come late", { lastEventAt: at, latencyMs: 5_000, logAnswers: true }, "degraded"],
    [
      "healthy again a minute after a late event",
      { lastEventAt: at - 61_000, latencyMs: 5_000, logAnswers: true },
      "healthy",
    ],
    ["degraded while the log is silent", { lastEventAt: at, latencyMs: 12, logAnswers: false }, "degraded"],
  ])("is %s", (_what, pulse, status) => {
    expect(eventHealth(pulse, embeddedBusNames, at, limits).status).toBe(status);
  });
});
