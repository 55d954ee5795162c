import type { CloudEvent } from "@mastery/contracts/cloud-event";
import { describe, expect, it, vi } from "vitest";
import { type Delivery, partitionOf } from "./bus.ts";
import { describeBus, exampleEvent } from "./bus-contract.ts";
import { createEmbeddedBus } from "./embedded-bus.ts";

describeBus("embedded", async () => createEmbeddedBus({ limits: { retryFirstMs: 1, retryMostMs: 5 } }));

function gate() {
  let open = (_delivery: Delivery) => {};
  const passed = new Promise<Delivery>((resolve) => (open = resolve));
  return { passed, open };
}

describe("the embedded bus under load", () => {
  it("refuses an event, for every handler, while one is too far behind", async () => {
    const bus = createEmbeddedBus({ limits: { queuedEventsMax: 2 } });
    const { passed, open } = gate();
    const seen: number[] = [];
    await bus.subscribe(() => passed);
    await bus.subscribe(async (event) => {
      seen.push(event.sequence ?? 0);
      return "SUCCESS";
    });
    await bus.publish(exampleEvent("a", 1));
    await bus.publish(exampleEvent("a", 2));
    await expect(bus.publish(exampleEvent("a", 3))).rejects.toMatchObject({ code: "full" });
    open("SUCCESS");
    await vi.waitFor(() => bus.publish(exampleEvent("a", 4)));
    await vi.waitFor(() => expect(seen).toEqual([1, 2, 4]));
    await bus.close();
  });

  it("waits longer before each retry, with jitter, and gives up after the last attempt", async () => {
    const waits: number[] = [];
    const givenUp: { event: CloudEvent; reason: string; attempts: number }[] = [];
    const bus = createEmbeddedBus({
      limits: { attemptsMax: 5, retryFirstMs: 100, retryMostMs: 500 },
      random: () => 0.5,
      after: (ms, run) => {
        waits.push(ms);
        queueMicrotask(run);
        return () => {};
      },
      onGiveUp: (event, why) => givenUp.push({ event, ...why }),
    });
    await bus.subscribe(async (event) => (event.sequence === 1 ? "RETRY" : "SUCCESS"));
    await bus.publish(exampleEvent("a", 1));
    await vi.waitFor(() => expect(givenUp).toHaveLength(1));
    expect(waits).toEqual([75, 150, 300, 375]);
    expect(givenUp[0]).toEqual({ event: exampleEvent("a", 1), reason: "exhausted", attempts: 5 });
    await bus.close();
  });

  it("reports an event that a handler drops", async () => {
    const reasons: string[] = [];
    const bus = createEmbeddedBus({ onGiveUp: (_event, { reason }) => reasons.push(reason) });
    await bus.subscribe(async () => "DROP");
    await bus.publish(exampleEvent("a", 1));
    await vi.waitFor(() => expect(reasons).toEqual(["dropped"]));
    await bus.close();
  });

  it("closes while a retry is waiting, and does not run it", async () => {
    const bus = createEmbeddedBus({ limits: { retryFirstMs: 3_600_000, retryMostMs: 3_600_000 } });
    let calls = 0;
    await bus.subscribe(async () => {
      calls++;
      return "RETRY";
    });
    await bus.publish(exampleEvent("a", 1));
    await vi.waitFor(() => expect(calls).toBe(1));
    await bus.close();
    expect(calls).toBe(1);
  });

  it("keeps the order of a stream of which more is waiting than is compacted at once", async () => {
    const bus = createEmbeddedBus();
    const { passed, open } = gate();
    const seen: number[] = [];
    await bus.subscribe(async (event) => {
      seen.push(event.sequence ?? 0);
      return passed;
    });
    const sent = Array.from({ length: 1_000 }, (_, index) => index + 1);
    for (const sequence of sent) await bus.publish(exampleEvent("a", sequence));
    open("SUCCESS");
    await vi.waitFor(() => expect(seen).toEqual(sent));
    await bus.close();
  });
});

describe("partitionOf", () => {
  it("takes the partition key, else the stream, else the one partition of notices to everyone", () => {
    const event = exampleEvent("a", 1);
    const { subject: _subject, partitionkey: _key, ...toEveryone } = event;
    expect(partitionOf({ ...event, partitionkey: "k" })).toBe("k");
    expect(partitionOf({ ...toEveryone, subject: "learner.a" })).toBe("learner.a");
    expect(partitionOf(toEveryone)).toBe(partitionOf({ ...toEveryone, id: "other" }));
  });
});
