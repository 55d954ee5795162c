import type { CloudEvent } from "@mastery/contracts/cloud-event";
import type { StreamName } from "@mastery/contracts/stream";
import type { DeadLetters, EventHistory, StoredSubscription, SubscriptionStore } from "../src/ports.ts";

/** An event log in memory; `purge` forgets the oldest rows as seven days do, `broken` makes it refuse to answer. */
export class MemoryLog implements EventHistory {
  readonly #streams = new Map<StreamName, CloudEvent[]>();
  readonly #purged = new Map<StreamName, number>();
  broken = false;
  reads = 0;
  /** How long an answer is on its way; it says how things were when it was given. */
  delay: () => Promise<void> = async () => {};

  /** Numbers the event and commits it. */
  append(stream: StreamName, event: CloudEvent): CloudEvent {
    const events = this.#streams.get(stream) ?? [];
    const numbered = { ...event, subject: stream, partitionkey: stream, sequence: events.length + 1 };
    this.#streams.set(stream, [...events, numbered]);
    return numbered;
  }

  all(stream: StreamName): readonly CloudEvent[] {
    return this.#streams.get(stream) ?? [];
  }

  purge(stream: StreamName, upTo: number): void {
    this.#purged.set(stream, upTo);
  }

  /** As a restored backup does. */
  truncate(stream: StreamName, head: number): void {
    this.#streams.set(stream, this.all(stream).slice(0, head));
  }

  async head(stream: StreamName): Promise<number> {
    return this.#answer(this.all(stream).length);
  }

  async heads(streams: readonly StreamName[]): Promise<ReadonlyMap<StreamName, number>> {
    return this.#answer(new Map(streams.map((stream) => [stream, this.all(stream).length])));
  }

  async read(stream: StreamName, after: number, limit: number): Promise<readonly CloudEvent[]> {
    this.reads++;
    const from = Math.max(after, this.#purged.get(stream) ?? 0);
    return this.#answer(this.all(stream).slice(from, from + limit));
  }

  async oldestAvailable(stream: StreamName): Promise<number> {
    return this.#answer((this.#purged.get(stream) ?? 0) + 1);
  }

  async #answer<T>(answer: T): Promise<T> {
    if (this.broken) throw new Error("the log is away");
    await this.delay();
    return answer;
  }
}

export class MemorySubscriptions implements SubscriptionStore {
  readonly stored: StoredSubscription[] = [];

  async create(subscription: StoredSubscription, keepNewest: number): Promise<void> {
    this.stored.push(subscription);
    const own = this.stored.filter(({ accountId }) => accountId === subscription.accountId);
    for (const { subscriptionId } of own.slice(0, -keepNewest)) await this.delete(subscriptionId);
  }

  async find(subscriptionId: string): Promise<StoredSubscription | undefined> {
    return this.stored.find((subscription) => subscription.subscriptionId === subscriptionId);
  }

  async delete(subscriptionId: string): Promise<void> {
    const index = this.stored.findIndex((subscription) => subscription.subscriptionId === subscriptionId);
    if (index !== -1) this.stored.splice(index, 1);
  }

  async deleteExpired(now: string): Promise<void> {
    const expired = this.stored.filter(({ expiresAt }) => expiresAt <= now);
    for (const { subscriptionId } of expired) await this.delete(subscriptionId);
  }
}

export class MemoryDeadLetters implements DeadLetters {
  readonly letters: { event: CloudEvent; reason: string }[] = [];
  broken = false;

  async record(letter: { event: CloudEvent; reason: string }): Promise<void> {
    if (this.broken) throw new Error("the table is away");
    this.letters.push(letter);
  }
}
