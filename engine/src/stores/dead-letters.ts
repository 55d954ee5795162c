import type { CloudEvent } from "@mastery/contracts/cloud-event";
import { counter } from "@mastery/telemetry/metrics";
import type { Database } from "./database.ts";
import { storableJson, storableText } from "./storable-text.ts";

const recorded = counter("mastery_dead_letters_total", "Events that nobody could read, each counted once");

/** Events that could not be read. Fits the port of the same name in `realtime`. */
export interface DeadLetters {
  /** Recording the same event again changes nothing. */
  record(letter: { readonly event: CloudEvent; readonly reason: string }): Promise<void>;
}

export function createDeadLetters(db: Database): DeadLetters {
  return {
    async record({ event, reason }) {
      const inserted = await db
        .insertInto("deadLetters")
        .values({
          eventId: event.id,
          stream: event.subject ?? null,
          reason: storableText(reason),
          original: storableJson(event),
        })
        .onConflict((conflict) => conflict.column("eventId").doNothing())
        .executeTakeFirst();
      if ((inserted.numInsertedOrUpdatedRows ?? 0n) > 0n) recorded.inc();
    },
  };
}

export interface DeadLetter {
  readonly eventId: string;
  readonly stream: string | null;
  readonly reason: string;
  readonly original: object;
  readonly recordedAt: Date;
}

/** The newest first. */
export function selectDeadLetters(db: Database, limit: number): Promise<DeadLetter[]> {
  return db
    .selectFrom("deadLetters")
    .select(["eventId", "stream", "reason", "original", "recordedAt"])
    .orderBy("id", "desc")
    .limit(limit)
    .execute();
}
