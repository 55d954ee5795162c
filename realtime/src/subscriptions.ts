import type { AccessClaims } from "@mastery/contracts/session";
import type { Subscription } from "@mastery/contracts/subscription";
import type { z } from "zod";
import type { Clock } from "./clock.ts";
import type { RealtimeLimits } from "./limits.ts";
import { mayRead } from "./may-read.ts";
import type { StoredSubscription, StreamAuthority, SubscriptionStore } from "./ports.ts";
import { readSubscribeRequest } from "./read-subscribe-request.ts";
import { refuse, type Refusal } from "./refusal.ts";

export interface SubscriptionsOptions {
  readonly store: SubscriptionStore;
  readonly authority: StreamAuthority;
  readonly limits: RealtimeLimits;
  readonly clock: Clock;
  /** An unguessable id. */
  readonly newId: () => string;
}

export interface Subscriptions {
  subscribe(
    claims: AccessClaims,
    body: unknown,
  ): Promise<{ type: "subscribed"; subscription: z.infer<typeof Subscription> } | Refusal>;
  unsubscribe(claims: AccessClaims, subscriptionId: string): Promise<{ type: "unsubscribed" } | Refusal>;
  /** The subscription, if it is this caller's and they may still read its stream. */
  use(
    claims: AccessClaims,
    subscriptionId: string,
  ): Promise<{ type: "usable"; subscription: StoredSubscription } | Refusal>;
}

export function createSubscriptions(options: SubscriptionsOptions): Subscriptions {
  const { store, authority, limits, clock, newId } = options;

  return {
    async subscribe(claims, body) {
      const wanted = readSubscribeRequest(body);
      if (wanted.type === "refused") return wanted;
      const { stream, topics } = wanted;
      if (!(await mayRead(claims, stream, authority)))
        return refuse("forbidden", "These events are not yours to follow.");
      const subscriptionId = newId();
      const expiresAt = new Date(clock() + limits.subscriptionMs).toISOString();
      await store.create(
        { subscriptionId, accountId: claims.sub, sessionId: claims.sid, stream, topics, expiresAt },
        limits.streamsPerAccountMax,
      );
      const subscription = { subscriptionId, status: "active" as const, topics: [...topics], expiresAt };
      return { type: "subscribed", subscription };
    },

    async unsubscribe(claims, subscriptionId) {
      const found = await own(claims, subscriptionId);
      if (found.type === "refused") return found;
      await store.delete(subscriptionId);
      return { type: "unsubscribed" };
    },

    async use(claims, subscriptionId) {
      const found = await own(claims, subscriptionId);
      if (found.type === "refused") return found;
      if (await mayRead(claims, found.subscription.stream, authority)) return found;
      return refuse("forbidden", "These events are no longer yours to follow.");
    },
  };

  async function own(
    claims: AccessClaims,
    subscriptionId: string,
  ): Promise<{ type: "usable"; subscription: StoredSubscription } | Refusal> {
    const subscription = await store.find(subscriptionId);
    if (subscription === undefined || Date.parse(subscription.expiresAt) <= clock()) {
      return refuse("not_found", "There is no such subscription, or it has expired. Subscribe again.");
    }
    if (subscription.accountId !== claims.sub)
      return refuse("forbidden", "This subscription belongs to somebody else.");
    return { type: "usable", subscription };
  }
}
