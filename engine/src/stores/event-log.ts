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

/**
 * Gives events the next numbers of their stream and inserts them, in one statement. The stream's row, made where
 * needed, stays locked until the transaction ends. Returns the last number.
 */
export async function appendEvents(
  trx: Database,
  stream: StreamName,
  events: readonly Pick<LoggedEvent, "id" | "type" | "data">[],
  {
    happenedAt,
    correlationId,
    traceparent,
  }: Pick<LoggedEvent, "happenedAt" | "correlationId" | "traceparent">,
): Promise<number> {
  const count = events.length;
  const ids = events.map((event) => event.id);
  const types = events.map((event) => event.type);
  const data = events.map((event) => storableJson(event.data));
  const { rows } = await sql<{ sequence: string }>`
    WITH head AS (
      INSERT INTO streams (name, last) VALUES (${stream}, ${count})
      ON CONFLICT (name) DO UPDATE SET last = streams.last + excluded.last
      RETURNING last
    )
    INSERT INTO event_log (stream, sequence, id, type, data, happened_at, correlation_id, traceparent)
    SELECT ${stream}, head.last - ${count} + event.ordinality, event.id, event.type, event.data::jsonb,
      ${happenedAt}, ${correlationId}, ${traceparent}
    FROM head, unnest(${ids}::text[], ${types}::text[], ${data}::text[])
      WITH ORDINALITY AS event (id, type, data, ordinality)
    RETURNING sequence, pg_notify(${eventLogChannel}, '')`.execute(trx);
  return Math.max(...rows.map(({ sequence }) => Number(sequence)));
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
