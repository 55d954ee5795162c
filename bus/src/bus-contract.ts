import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CloudEvent, cloudEventType } from "@mastery/contracts/cloud-event";
import { streamName } from "@mastery/contracts/stream";
import type { Bus, Delivery } from "./bus.ts";

/** Every bus must deliver within this, however busy the machine is. */
const deliveredWithinMs = 30_000;

/** What every bus promises, whatever carries it. `open` gives a fresh bus that retries soon. */
export function describeBus(name: string, open: () => Promise<Bus>): void {
  describe(`the ${name} bus`, () => {
    let bus: Bus;
    beforeEach(async () => {
      bus = await open();
    });
    afterEach(() => bus.close());

    it("delivers an event unchanged to every handler", async () => {
      const [first, second] = [await record(bus), await record(bus)];
      const sent = { ...exampleEvent("a", 1), correlationid: "c-1", traceparent: "00-1-2-01" };
      await bus.publish(sent);
      await until(() => first.seen.length > 0 && second.seen.length > 0);
      expect(first.seen[0]).toEqual(sent);
      expect(second.seen[0]).toEqual(sent);
    });

    it("keeps the order of a stream, also when a delivery is tried again", async () => {
      let failures = 2;
      const { seen } = await record(bus, (event) =>
        event.sequence === 3 && failures-- > 0 ? "RETRY" : "SUCCESS",
      );
      for (let sequence = 1; sequence <= 20; sequence++) await bus.publish(exampleEvent("a", sequence));
      await until(() => seen.some((event) => event.sequence === 20));
      expect(firstSightings(seen)).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
    });

    it("tries again when a handler asks for it or throws", async () => {
      const answers: (Delivery | Error)[] = ["RETRY", new Error("not now")];
      const { seen } = await record(bus, () => {
        const answer = answers.shift() ?? "SUCCESS";
        if (answer instanceof Error) throw answer;
        return answer;
      });
      await bus.publish(exampleEvent("a", 1));
      await until(() => seen.length >= 3);
      expect(new Set(seen.map((event) => event.id)).size).toBe(1);
    });

    it("goes on with the stream after an event that a handler drops", async () => {
      const { seen } = await record(bus, (event) => (event.sequence === 1 ? "DROP" : "SUCCESS"));
      await bus.publish(exampleEvent("a", 1));
      await bus.publish(exampleEvent("a", 2));
      await until(() => seen.some((event) => event.sequence === 2));
      expect(seen.filter((event) => event.sequence === 1)).toHaveLength(1);
    });

    it("serves other streams while one fails", async () => {
      let released = false;
      const { seen } = await record(bus, (event) =>
        event.subject === "learner.a" && !released ? "RETRY" : "SUCCESS",
      );
      await bus.publish(exampleEvent("a", 1));
      await bus.publish(exampleEvent("b", 1));
      await until(() => seen.some((event) => event.subject === "learner.b"));
      expect(released, "learner.a still fails").toBe(false);
      released = true;
    });

    it("calls a handler no more once it has unsubscribed", async () => {
      const gone = await record(bus);
      const stays = await record(bus);
      await gone.unsubscribe();
      await bus.publish(exampleEvent("a", 1));
      await until(() => stays.seen.length > 0);
      expect(gone.seen).toEqual([]);
    });

    it("refuses events once it is closed", async () => {
      await bus.close();
      await expect(bus.publish(exampleEvent("a", 1))).rejects.toBeInstanceOf(Error);
    });
  });
}

export function exampleEvent(learner: string, sequence: number): CloudEvent {
  const stream = streamName("learner", learner);
  return {
    specversion: "1.0",
    id: `${learner}-${sequence}`,
    source: "engine",
    type: cloudEventType("submission.queued"),
    time: "2026-01-05T10:00:00.000Z",
    datacontenttype: "application/json",
    subject: stream,
    partitionkey: stream,
    sequence,
    data: { submissionId: `s${sequence}`, course: "python", exercise: "hello", title: "Hello" },
  };
}

async function record(bus: Bus, answer: (event: CloudEvent) => Delivery = () => "SUCCESS") {
  const seen: CloudEvent[] = [];
  const unsubscribe = await bus.subscribe(async (event) => {
    seen.push(event);
    return answer(event);
  });
  return { seen, unsubscribe };
}

function firstSightings(events: readonly CloudEvent[]): (number | undefined)[] {
  return [...new Set(events.map((event) => event.sequence))];
}

function until(condition: () => boolean): Promise<void> {
  return vi.waitFor(() => expect(condition()).toBe(true), { timeout: deliveredWithinMs, interval: 5 });
}
