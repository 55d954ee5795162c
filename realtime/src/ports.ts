import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { Id, Instant } from "@mastery/contracts/id";
import type { AccessClaims } from "@mastery/contracts/session";
import type { StreamName } from "@mastery/contracts/stream";
import type { Topic } from "@mastery/contracts/topic";

/** What this room needs of the tables, which the engine owns. The server room hands the implementations over. */

/** The event log, as far as it is committed. */
export interface EventHistory {
  /** Number of the stream's newest event, purged ones included; 0 before the first. */
  head(stream: StreamName): Promise<number>;
  /** The heads of many streams in one question; a stream without events may be missing. */
  heads(streams: readonly StreamName[]): Promise<ReadonlyMap<StreamName, number>>;
  /** At most `limit` events numbered above `after`, by rising number, each with `subject` and `sequence`. */
  read(stream: StreamName, after: number, limit: number): Promise<readonly CloudEvent[]>;
  /** Number of the oldest event that can still be read; head + 1 when there is none. */
  oldestAvailable(stream: StreamName): Promise<number>;
}

export interface StoredSubscription {
  readonly subscriptionId: Id;
  /** The `sub` of the token it was made with: nobody else may use it. */
  readonly accountId: Id;
  /** The sign-in it belongs to (`sid`), so that signing out can delete it. */
  readonly sessionId: Id;
  readonly stream: StreamName;
  readonly topics: readonly Topic[];
  readonly expiresAt: Instant;
}

export interface SubscriptionStore {
  /** Stores it, and deletes the account's oldest ones so that at most `keepNewest` remain. */
  create(subscription: StoredSubscription, keepNewest: number): Promise<void>;
  find(subscriptionId: Id): Promise<StoredSubscription | undefined>;
  /** Deleting what is gone already is fine. */
  delete(subscriptionId: Id): Promise<void>;
  deleteExpired(now: Instant): Promise<void>;
}

/** Events that could not be read. Recording the same event again must change nothing. */
export interface DeadLetters {
  record(letter: { readonly event: CloudEvent; readonly reason: string }): Promise<void>;
}

export interface StreamAuthority {
  /** Whether the caller may read a stream that is not their own: a class stream, by who teaches it. */
  mayReadStream(caller: AccessClaims, stream: StreamName): Promise<boolean>;
}
