import type { StreamName } from "@mastery/contracts/stream";
import { limits } from "@mastery/contracts/limits";
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { eventually } from "../../test-support/eventually.ts";
import { silentLogger } from "../../test-support/silent-logger.ts";
import { createEventHistory } from "./event-history.ts";
import { lead } from "./lead.ts";
import { logEvents } from "./log-events.ts";
import { purge, purgeEvents } from "./purge.ts";

const now = new Date("2026-11-23T12:00:00Z");
const dayMs = 86_400_000;
const tooOld = new Date(now.getTime() - (limits.replayDays + 1) * dayMs);

describe("the event history", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** Logs events that were committed at a moment, as if the bus had accepted them or not. */
  async function log(stream: StreamName, count: number, loggedAt: Date, published = true): Promise<void> {
    const data = { submissionId: "s", course: "small", exercise: "greeting", title: "Greeting" };
    const events = Array.from({ length: count }, () => ({ type: "submission.queued", data }) as const);
    await database.db.transaction().execute(async (trx) => {
      const context = { happenedAt: loggedAt, correlationId: null, traceparent: null };
      const last = await logEvents(trx, stream, events, context);
      await sql`UPDATE event_log SET logged_at = ${loggedAt}, published_at = ${published ? loggedAt : null}
        WHERE stream = ${stream} AND sequence > ${last - count}`.execute(trx);
    });
  }

  it("reads a page after a number, as messages that carry stream and number", async () => {
    await log("learner.page", 5, now);
    const page = await createEventHistory(database.db).read("learner.page", 2, 2);
    expect(page).toMatchObject([
      { subject: "learner.page", sequence: 3, type: "com.mastery-engine.submission.queued.v1" },
      { subject: "learner.page", sequence: 4 },
    ]);
  });

  it("knows the heads of many streams, 0 where nothing happened", async () => {
    await log("learner.heads", 3, now);
    const heads = await createEventHistory(database.db).heads(["learner.heads", "class.quiet"]);
    expect([...heads]).toEqual([
      ["learner.heads", 3],
      ["class.quiet", 0],
    ]);
  });

  it("keeps a stream's number when its old events are purged, and says what can still be read", async () => {
    const history = createEventHistory(database.db);
    await log("class.old", 3, tooOld);
    await log("class.old", 1, now);
    expect(await history.oldestAvailable("class.old")).toBe(1);
    expect(await purgeEvents(database.db, now)).toBe(3);
    expect(await history.oldestAvailable("class.old")).toBe(4);
    expect(await history.head("class.old")).toBe(4);

    await log("class.gone", 2, tooOld);
    await purgeEvents(database.db, now);
    expect([await history.head("class.gone"), await history.oldestAvailable("class.gone")]).toEqual([2, 3]);
    await log("class.gone", 1, now);
    expect(await history.head("class.gone")).toBe(3);
  });

  it("purges nothing that the bus has not accepted, or that classes were not told of", async () => {
    await log("class.unpublished", 1, tooOld, false);
    await log("learner.untold", 1, tooOld);
    expect(await purgeEvents(database.db, now)).toBe(0);
    await sql`UPDATE streams SET projected = last WHERE name = 'learner.untold'`.execute(database.db);
    expect(await purgeEvents(database.db, now)).toBe(1);
  });

  it("is purged by the running job, together with idempotency keys past their days", async () => {
    const { db, pool } = database;
    await log("class.job", 1, new Date(Date.now() - 8 * dayMs));
    const key = { requestHash: "h", status: 202, answer: "{}" };
    await db
      .insertInto("idempotencyKeys")
      .values([
        { ...key, caller: "a", key: "old", createdAt: new Date(Date.now() - 8 * dayMs) },
        { ...key, caller: "a", key: "young", createdAt: new Date() },
      ])
      .execute();
    const job = lead({ pool, lock: 3, logger: silentLogger, jobs: [purge({ db, logger: silentLogger })] });
    try {
      await eventually(async () => {
        const keys = await db.selectFrom("idempotencyKeys").select("key").execute();
        return keys.length === 1 && keys[0]?.key === "young";
      });
    } finally {
      await job.stop();
    }
    expect(await createEventHistory(db).oldestAvailable("class.job")).toBe(2);
  });
});
