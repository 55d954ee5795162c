import type { AccessClaims } from "@mastery/contracts/session";
import type { Logger } from "@mastery/telemetry/logger";
import { createAtMost } from "./at-most.ts";
import type { ClosingReason, Connection } from "./connection.ts";
import type { RealtimeLimits } from "./limits.ts";
import { metrics } from "./metrics.ts";
import type { Subscriptions } from "./subscriptions.ts";

export interface OpenConnection {
  readonly connection: Connection;
  readonly claims: AccessClaims;
  readonly subscriptionId: string;
  recheckAt: number;
}

/** Every connection of this process: how many an account has, what is due for each, and how they end. */
export interface OpenConnections {
  countOf(accountId: string): number;
  add(open: OpenConnection): void;
  remove(open: OpenConnection): void;
  closeSubscription(subscriptionId: string): void;
  closeAll(reason: ClosingReason): void;
  tick(now: number): void;
}

export function createOpenConnections(
  subscriptions: Subscriptions,
  logger: Logger,
  limits: RealtimeLimits,
): OpenConnections {
  const all = new Set<OpenConnection>();
  const counts = new Map<string, number>();
  const recheckAtMost = createAtMost(limits.rechecksMax);

  function change(accountId: string, by: 1 | -1): void {
    const count = (counts.get(accountId) ?? 0) + by;
    if (count > 0) counts.set(accountId, count);
    else counts.delete(accountId);
    metrics.streamsOpen.set(all.size);
  }

  /** Another replica may have ended the subscription, or the teacher may have left the class. */
  async function recheck({ connection, claims, subscriptionId }: OpenConnection): Promise<void> {
    try {
      const used = await subscriptions.use(claims, subscriptionId);
      if (used.type === "refused")
        connection.close(used.code === "not_found" ? "unsubscribed" : "membership-lost");
    } catch (error) {
      // The stream goes on: it was rightful a moment ago, and it is looked at again soon.
      logger.warn({ err: error }, "an open stream could not be checked");
    }
  }

  return {
    countOf: (accountId) => counts.get(accountId) ?? 0,
    add(open) {
      all.add(open);
      change(open.claims.sub, 1);
    },
    remove(open) {
      if (all.delete(open)) change(open.claims.sub, -1);
    },
    closeSubscription(subscriptionId) {
      for (const open of all)
        if (open.subscriptionId === subscriptionId) open.connection.close("unsubscribed");
    },
    closeAll(reason) {
      for (const { connection } of all) connection.close(reason);
    },
    tick(now) {
      for (const open of all) {
        open.connection.tick(now);
        if (now < open.recheckAt) continue;
        open.recheckAt = now + limits.recheckMs;
        void recheckAtMost(() => recheck(open));
      }
    },
  };
}
