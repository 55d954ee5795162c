import type { Pool } from "pg";
import { eventLogChannel } from "../stores/event-log.ts";
import { classProjection, type ProjectionOptions } from "./class-projection.ts";
import { lead, type Leader } from "./lead.ts";
import { outboxRelay, type RelayOptions } from "./outbox-relay.ts";
import { purge } from "./purge.ts";

const keeperLock = 4_700_001;

export type EventKeeperOptions = RelayOptions & ProjectionOptions & { readonly pool: Pool };

/**
 * Starts everything that happens to events after their commit: publishing, telling classes, purging. Every engine
 * process may start one; one of them at a time is active, and another takes over when it dies.
 */
export function startEventKeeper(options: EventKeeperOptions): Leader {
  const { pool, logger } = options;
  const jobs = [outboxRelay(options), classProjection(options), purge(options)];
  return lead({ pool, lock: keeperLock, channel: eventLogChannel, logger, jobs });
}
