import { sql } from "kysely";
import { StreamName } from "@mastery/contracts/stream";
import { Topic } from "@mastery/contracts/topic";
import type { Database } from "./database.ts";

export interface StoredSubscription {
  readonly subscriptionId: string;
  readonly accountId: string;
  readonly sessionId: string;
  readonly stream: StreamName;
  readonly topics: readonly Topic[];
  readonly expiresAt: string;
}

/** Subscriptions to event streams. Fits the port of the same name in `realtime`. */
export interface SubscriptionStore {
  create(subscription: StoredSubscription, keepNewest: number): Promise<void>;
  find(subscriptionId: string): Promise<StoredSubscription | undefined>;
  delete(subscriptionId: string): Promise<void>;
  deleteExpired(now: string): Promise<void>;
}

export function createSubscriptionStore(db: Database): SubscriptionStore {
  return {
    create: (subscription, keepNewest) => createSubscription(db, subscription, keepNewest),
    find: (subscriptionId) => findSubscription(db, subscriptionId),
    async delete(subscriptionId) {
      await db.deleteFrom("subscriptions").where("id", "=", subscriptionId).execute();
    },
    async deleteExpired(now) {
      await db.deleteFrom("subscriptions").where("expiresAt", "<=", new Date(now)).execute();
    },
  };
}

async function createSubscription(
  db: Database,
  { subscriptionId, expiresAt, topics, ...rest }: StoredSubscription,
  keepNewest: number,
): Promise<void> {
  await db.transaction().execute(async (trx) => {
    // Two tabs that subscribe at once must not both count the other one out.
    await sql`SELECT id FROM accounts WHERE id = ${rest.accountId} FOR NO KEY UPDATE`.execute(trx);
    await trx
      .insertInto("subscriptions")
      .values({ id: subscriptionId, ...rest, topics: [...topics], expiresAt: new Date(expiresAt) })
      .execute();
    const surplus = trx
      .selectFrom("subscriptions")
      .select("id")
      .where("accountId", "=", rest.accountId)
      .orderBy("createdAt", "desc")
      .orderBy("id", "desc")
      .offset(keepNewest);
    await trx.deleteFrom("subscriptions").where("id", "in", surplus).execute();
  });
}

async function findSubscription(
  db: Database,
  subscriptionId: string,
): Promise<StoredSubscription | undefined> {
  const row = await db
    .selectFrom("subscriptions as subscription")
    // It ends with the sign-in it was made in.
    .innerJoin("sessions as session", "session.id", "subscription.sessionId")
    .where("session.revokedAt", "is", null)
    .select(["subscription.id", "subscription.accountId", "subscription.sessionId"])
    .select(["subscription.stream", "subscription.topics", "subscription.expiresAt"])
    .where("subscription.id", "=", subscriptionId)
    .executeTakeFirst();
  if (!row) return undefined;
  return {
    subscriptionId: row.id,
    accountId: row.accountId,
    sessionId: row.sessionId,
    stream: StreamName.parse(row.stream),
    topics: Topic.array().parse(row.topics),
    expiresAt: row.expiresAt.toISOString(),
  };
}
