import { uuidv7 } from "uuidv7";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "../../test-support/database.ts";
import { insertPerson } from "../sign-in/create-account.ts";
import { createDeadLetters, selectDeadLetters } from "./dead-letters.ts";
import { insertSession, revokeSession } from "./sessions.ts";
import { createSubscriptionStore, type StoredSubscription } from "./subscriptions.ts";

describe("what the event streams keep", () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase();
  });
  afterAll(() => database.drop());

  /** An account whose one sign-in has the account's own id. */
  async function account(): Promise<string> {
    const person = { displayName: "Ada", role: "student", passwordHash: "none" } as const;
    const email = `${uuidv7()}@school.example`;
    const created = await insertPerson(database.db, { ...person, email }, new Date());
    if (created.type !== "created") throw new Error("not created");
    const { accountId } = created;
    await insertSession(database.db, { id: accountId, accountId, now: new Date() });
    return accountId;
  }

  function subscription(accountId: string, expiresAt = "2026-12-01T00:00:00.000Z"): StoredSubscription {
    const subscriptionId = uuidv7();
    const topics = ["submissions", "mastery"] as const;
    return { subscriptionId, accountId, sessionId: accountId, stream: "learner.a", topics, expiresAt };
  }

  it("gives a subscription back as it was stored", async () => {
    const store = createSubscriptionStore(database.db);
    const stored = subscription(await account());
    await store.create(stored, 20);
    expect(await store.find(stored.subscriptionId)).toEqual(stored);
    await store.delete(stored.subscriptionId);
    await store.delete(stored.subscriptionId);
    expect(await store.find(stored.subscriptionId)).toBeUndefined();
  });

  it("lets the oldest go when an account has too many, also when many come at once", async () => {
    const store = createSubscriptionStore(database.db);
    const accountId = await account();
    const first = subscription(accountId);
    await store.create(first, 3);
    await Promise.all(Array.from({ length: 8 }, () => store.create(subscription(accountId), 3)));
    const left = await database.db
      .selectFrom("subscriptions")
      .select("id")
      .where("accountId", "=", accountId)
      .execute();
    expect(left).toHaveLength(3);
    expect(await store.find(first.subscriptionId)).toBeUndefined();
  });

  it("deletes what has expired", async () => {
    const store = createSubscriptionStore(database.db);
    const accountId = await account();
    const old = subscription(accountId, "2026-11-01T00:00:00.000Z");
    const young = subscription(accountId);
    await store.create(old, 20);
    await store.create(young, 20);
    await store.deleteExpired("2026-11-02T00:00:00.000Z");
    expect(await store.find(old.subscriptionId)).toBeUndefined();
    expect(await store.find(young.subscriptionId)).toBeDefined();
  });

  it("knows a subscription no longer once its sign-in has ended", async () => {
    const store = createSubscriptionStore(database.db);
    const accountId = await account();
    const stored = subscription(accountId);
    await store.create(stored, 20);
    await revokeSession(database.db, accountId, "signed-out", new Date());
    expect(await store.find(stored.subscriptionId)).toBeUndefined();
  });

  it("records an unreadable event once, whatever is in it", async () => {
    const letters = createDeadLetters(database.db);
    const event = {
      specversion: "1.0",
      id: "event-1",
      source: "engine",
      type: "com.mastery-engine.unheard.of.v9",
      time: "2026-11-23T00:00:00.000Z",
      datacontenttype: "application/json",
      subject: "learner.a",
      data: { text: "a\u0000b" },
    } as const;
    await letters.record({ event, reason: "unknown type" });
    await letters.record({ event, reason: "unknown type, again" });
    expect(await selectDeadLetters(database.db, 10)).toMatchObject([
      {
        eventId: "event-1",
        stream: "learner.a",
        reason: "unknown type",
        original: { data: { text: "a\u2400b" } },
      },
    ]);
  });
});
