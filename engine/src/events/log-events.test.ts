import type { StreamName } from "@mastery/contracts/stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { selectEvents } from "../stores/event-log.ts";
import { lockStream, selectStreamHead } from "../stores/streams.ts";
import { logEvents, type NewEvent } from "./log-events.ts";

const queued: NewEvent = {
  type: "submission.queued",
  data: { submissionId: "s", course: "small", exercise: "greeting", title: "Greeting" },
};
const context = { happenedAt: new Date(), correlationId: null, traceparent: null };

describe("logEvents", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  const log = (stream: StreamName, count: number) =>
    database.db.transaction().execute((trx) =>
      logEvents(
        trx,
        stream,
        Array.from({ length: count }, () => queued),
        context,
      ),
    );

  it("numbers a stream from 1", async () => {
    expect(await log("learner.first", 2)).toBe(2);
    const events = await selectEvents(database.db, "learner.first", 0, 10);
    expect(events.map((event) => event.sequence)).toEqual([1, 2]);
  });

  it("leaves no hole where a transaction was rolled back", async () => {
    await log("learner.rolled", 1);
    const failing = database.db.transaction().execute(async (trx) => {
      await logEvents(trx, "learner.rolled", [queued, queued], context);
      throw new Error("changed its mind");
    });
    await expect(failing).rejects.toThrow("changed its mind");
    expect(await log("learner.rolled", 1)).toBe(2);
  });

  it("gives parallel transactions of one stream contiguous numbers", async () => {
    await Promise.all(Array.from({ length: 40 }, (_, index) => log("learner.busy", 1 + (index % 3))));
    const events = await selectEvents(database.db, "learner.busy", 0, 1_000);
    expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
    expect(events.at(-1)?.sequence).toBe(await selectStreamHead(database.db, "learner.busy"));
  });

  it("commits in the order of the numbers: whoever sees a number sees all below it", async () => {
    const writing = { on: true };
    const writers = Promise.all(
      Array.from({ length: 30 }, async () => {
        await database.db.transaction().execute(async (trx) => {
          await lockStream(trx, "learner.order");
          await logEvents(trx, "learner.order", [queued, queued], context);
        });
      }),
    ).finally(() => {
      writing.on = false;
    });
    let seen = 0;
    do {
      const events = await selectEvents(database.db, "learner.order", 0, 1_000);
      expect(events.map((event) => event.sequence)).toEqual(events.map((_, index) => index + 1));
      expect(events.length).toBeGreaterThanOrEqual(seen);
      seen = events.length;
    } while (writing.on);
    await writers;
  });

  it("stores text that PostgreSQL would refuse", async () => {
    const odd: NewEvent = { type: "submission.queued", data: { ...queued.data, title: "a\u0000b\ud800" } };
    await database.db.transaction().execute((trx) => logEvents(trx, "learner.odd", [odd], context));
    const [event] = await selectEvents(database.db, "learner.odd", 0, 1);
    expect(event?.data).toMatchObject({ title: "a\u2400b\ufffd" });
  });
});
