import { readCloudEventType } from "@mastery/contracts/cloud-event";
import { topicOf } from "@mastery/contracts/topic";
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { play, someAct } from "../test-support/unruly-world.ts";

const worlds = [
  fc.array(someAct, { minLength: 5, maxLength: 60 }),
  fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
] as const;

describe("the hub, whatever the bus brings, repeats, shuffles and loses", () => {
  it("gives each client the log of its stream behind where it began: in order, once, topics only left out", async () => {
    await fc.assert(
      fc.asyncProperty(...worlds, async (acts, turns) => {
        const { clients, log } = await play(acts, turns);
        for (const client of clients) {
          const start = client.start ?? Number.NaN;
          const owed = log
            .all(client.stream)
            .filter(({ sequence = 0 }) => sequence > start)
            .filter(({ type }) => {
              const known = readCloudEventType(type);
              return known !== undefined && client.topics.includes(topicOf[known.type]);
            });
          expect(client.resets).toEqual([]);
          expect(client.sequences).toEqual(owed.map(({ sequence }) => sequence));
          expect(client.eventIds).toEqual(owed.map(({ id }) => id));
        }
      }),
      { numRuns: 300 },
    );
  });

  it("never gives a client an event of another stream", async () => {
    await fc.assert(
      fc.asyncProperty(...worlds, async (acts, turns) => {
        const { clients, log } = await play(acts, turns);
        for (const client of clients) {
          const own = new Set(log.all(client.stream).map(({ id }) => id));
          expect(client.eventIds.filter((id) => !own.has(id))).toEqual([]);
        }
      }),
      { numRuns: 100 },
    );
  });
});
