import { sql } from "kysely";
import { EventType } from "@mastery/contracts/event-data";
import { StreamName } from "@mastery/contracts/stream";
import type { Database } from "./database.ts";
import { storableJson } from "./storable-text.ts";

/** One event as it stands in the log. */
export interface LoggedEvent {
  readonly stream: StreamName;
  readonly sequence: number;
  readonly id: string;
  readonly type: EventType;
  /** Written by this or an earlier release; whoever needs it parses it. */
  readonly data: unknown;
  readonly happenedAt: Date;
  readonly loggedAt: Date;
  readonly correlationId: string | null;
  readonly traceparent: string | null;
}

/** Sent in the committing transaction; wakes the relay and the projections. */
export const eventLogChannel = "mastery_event_log";

const columns = [
  "stream",
  "sequence",
  "id",
  "type",
  "data",
  "happenedAt",
  "loggedAt",
  "correlationId",
  "traceparent",
] as const;

export async function insertEvents(
  trx: Database,
  events: readonly Omit<LoggedEvent, "loggedAt">[],
): Promise<void> {
  await trx
    .insertInto("eventLog")
    .values(events.map((event) => ({ ...event, data: storableJson(event.data), publishedAt: null })))
    .returning(sql`pg_notify(${eventLogChannel}, '')`.as("notified"))
    .execute();
}

/** The oldest events of each stream that no bus has accepted yet; within a stream in order, without gaps. */
export async function selectUnpublished(
  db: Database,
  except: readonly StreamName[],
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom("eventLog")
    .select(columns)
    .where("publishedAt", "is", null)
    .where(sql<boolean>`stream <> ALL (${[...except]}::text[])`)
    .orderBy("stream")
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(parseRow);
}

export async function markPublished(db: Database, ids: readonly string[]): Promise<void> {
  await db
    .updateTable("eventLog")
    .set({ publishedAt: sql<Date>`now()` })
    .where(sql<boolean>`id = ANY (${[...ids]}::text[])`)
    .where("publishedAt", "is", null)
    .execute();
}

/** Events of one stream after a number, in order. */
export async function selectEvents(
  db: Database,
  stream: StreamName,
  after: number,
  limit: number,
): Promise<LoggedEvent[]> {
  const rows = await db
    .selectFrom("eventLog")
    .select(columns)
    .where("stream", "=", stream)
    .where("sequence", ">", String(after))
    .orderBy("sequence")
    .limit(limit)
    .execute();
  return rows.map(parseRow);
}

/** Number of the oldest event that is still kept. */
export async function selectOldestSequence(db: Database, stream: StreamName): Promise<number | undefined> {
  const row = await db
    .selectFrom("eventLog")
    .select((of) => of.fn.min("sequence").as("oldest"))
    .where("stream", "=", stream)
    .executeTakeFirst();
  return row?.oldest === null || row?.oldest === undefined ? undefined : Number(row.oldest);
}

function parseRow(row: {
  stream: string;
  sequence: string | number;
  id: string;
  type: string;
  data: unknown;
  happenedAt: Date;
  loggedAt: Date;
  correlationId: string | null;
  traceparent: string | null;
}): LoggedEvent {
  return {
    ...row,
    stream: StreamName.parse(row.stream),
    // A bigint arrives as text; a stream would need 285,000 years at 1,000 events a second to leave safe integers.
    sequence: Number(row.sequence),
    type: EventType.parse(row.type),
  };
}
