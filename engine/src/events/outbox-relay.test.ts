import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { eventually } from "../../test-support/eventually.ts";
import { createRecordingBus } from "../../test-support/recording-bus.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { eventLogChannel } from "../stores/event-log.ts";
import { lead, type Leader } from "./lead.ts";
import { logEvents } from "./log-events.ts";
import { outboxRelay, type Publisher } from "./outbox-relay.ts";

const lock = 1;

describe("the outbox relay", () => {
  let database: TestDatabase;
  let relays: Leader[];
  beforeEach(async () => {
    database = await createTestDatabase();
    relays = [];
  });
  afterEach(async () => {
    await Promise.all(relays.map((relay) => relay.stop()));
    await database.drop();
  });

  function startRelay(bus: Publisher): Leader {
    const { pool, db } = database;
    const jobs = [outboxRelay({ db, bus, logger: silentLogger })];
    const relay = lead({ pool, lock, channel: eventLogChannel, logger: silentLogger, jobs });
    relays.push(relay);
    return relay;
  }

  function log(stream: StreamName, count = 1): Promise<number> {
    const data = { submissionId: "s", course: "small", exercise: "greeting", title: "Greeting" };
    const events = Array.from({ length: count }, () => ({ type: "submission.queued", data }) as const);
    const context = { happenedAt: new Date(), correlationId: "c-1", traceparent: null };
    return database.db.transaction().execute((trx) => logEvents(trx, stream, events, context));
  }

  async function unpublished(): Promise<number> {
    const { rows } = await sql<{ n: number }>`
      SELECT count(*)::int AS n FROM event_log WHERE published_at IS NULL`.execute(database.db);
    return rows[0]?.n ?? 0;
  }

  /** What the log holds, all of it published. */
  const allMarked = () => eventually(async () => (await unpublished()) === 0);

  it("publishes in order within each stream while many transactions commit", async () => {
    const bus = createRecordingBus();
    startRelay(bus);
    const streams: StreamName[] = ["learner.a", "learner.b", "class.c"];
    await Promise.all(Array.from({ length: 60 }, (_, index) => log(streams[index % 3] ?? "learner.a", 2)));
    await bus.reached(120);
    await allMarked();
    for (const stream of streams) {
      expect(numbersOf(bus.accepted, stream)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
    }
  });

  it("publishes what was committed before it started", async () => {
    await log("learner.early", 3);
    const bus = createRecordingBus();
    startRelay(bus);
    await bus.reached(3);
    expect(bus.accepted[0]).toMatchObject({
      type: "com.mastery-engine.submission.queued.v1",
      subject: "learner.early",
      partitionkey: "learner.early",
      sequence: 1,
      correlationid: "c-1",
    });
  });

  it("carries a backlog of many streams and one long one, leaving nothing out", async () => {
    const data = JSON.stringify({
      submissionId: "s",
      course: "small",
      exercise: "greeting",
      title: "Greeting",
    });
    await sql`
      INSERT INTO streams (name, last)
      SELECT 'learner.' || n, 1 FROM generate_series(1, 700) AS n UNION ALL SELECT 'class.long', 1300`.execute(
      database.db,
    );
    await sql`
      INSERT INTO event_log (stream, sequence, id, type, data, happened_at)
      SELECT name, n, name || '-' || n, 'submission.queued', ${data}::jsonb, now()
      FROM streams, generate_series(1, last) AS n`.execute(database.db);
    const bus = createRecordingBus();
    startRelay(bus);
    await bus.reached(2_000);
    await allMarked();
    expect(bus.accepted).toHaveLength(2_000);
    expect(numbersOf(bus.accepted, "class.long")).toEqual(Array.from({ length: 1_300 }, (_, n) => n + 1));
  });

  it("publishes a row again, with the same id, when it died between publishing and marking", async () => {
    await sql`CREATE FUNCTION refuse_marks() RETURNS trigger AS
      $$ BEGIN RAISE EXCEPTION 'no marks now'; END $$ LANGUAGE plpgsql`.execute(database.db);
    await sql`CREATE TRIGGER refuse_marks BEFORE UPDATE ON event_log EXECUTE FUNCTION refuse_marks()`.execute(
      database.db,
    );
    await log("learner.crash", 2);
    const first = createRecordingBus();
    const dying = startRelay(first);
    await first.reached(2);
    await dying.stop();
    expect(await unpublished()).toBe(2);

    await sql`DROP TRIGGER refuse_marks ON event_log`.execute(database.db);
    const second = createRecordingBus();
    startRelay(second);
    await second.reached(2);
    await allMarked();
    expect(second.accepted.slice(0, 2)).toEqual(first.accepted.slice(0, 2));
  });

  it("is active in one process at a time, and another takes over when the first one stops", async () => {
    const buses = [createRecordingBus(), createRecordingBus()] as const;
    const first = startRelay(buses[0]);
    await log("learner.pair");
    await buses[0].reached(1);
    startRelay(buses[1]);
    await log("learner.pair", 5);
    await allMarked();
    expect([buses[0].accepted.length, buses[1].accepted.length]).toEqual([6, 0]);

    await first.stop();
    await log("learner.pair");
    await buses[1].reached(1);
    expect(numbersOf(buses[1].accepted, "learner.pair")).toEqual([7]);
  });

  it("takes over when the holder's connection is cut", async () => {
    const bus = createRecordingBus();
    startRelay(bus);
    await log("learner.cut");
    await bus.reached(1);
    await sql`
      SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND objid = ${lock}`.execute(
      database.db,
    );
    await log("learner.cut");
    await bus.reached(2);
    await allMarked();
    expect(numbersOf(bus.accepted, "learner.cut")).toEqual([1, 2]);
  });

  it("lets other streams go on while the bus refuses one, and keeps that one's order", async () => {
    let poisoned = true;
    const bus = createRecordingBus(
      (event) => poisoned && event.subject === "learner.a" && event.sequence === 2,
    );
    startRelay(bus);
    await log("learner.a", 4);
    await log("learner.b", 4);
    await bus.reached(5);
    expect(numbersOf(bus.accepted, "learner.b")).toEqual([1, 2, 3, 4]);
    expect(numbersOf(bus.accepted, "learner.a")).toEqual([1]);
    poisoned = false;
    await bus.reached(8);
    expect(numbersOf(bus.accepted, "learner.a")).toEqual([1, 2, 3, 4]);
  });

  it("does not lose what was committed while a bus that hangs is waited for", async () => {
    const hung = Promise.withResolvers<void>();
    const bus = createRecordingBus();
    const publish = (event: CloudEvent) =>
      event.subject === "learner.slow" ? hung.promise.then(() => bus.publish(event)) : bus.publish(event);
    startRelay({ publish });
    await log("learner.slow");
    await log("learner.quick", 2);
    await bus.reached(2);
    await log("learner.slow");
    hung.resolve();
    await bus.reached(4);
    expect(numbersOf(bus.accepted, "learner.slow")).toEqual([1, 2]);
  });
});

function numbersOf(events: readonly CloudEvent[], stream: StreamName): (number | undefined)[] {
  return events.filter((event) => event.subject === stream).map((event) => event.sequence);
}
