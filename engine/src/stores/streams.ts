import { sql } from "kysely";
import { StreamName } from "@mastery/contracts/stream";
import type { Database } from "./database.ts";

/**
 * Takes the stream's row, creating it where needed, until the transaction ends. Whoever writes to a stream takes its
 * row before anything else: transactions of one stream run one after the other, and cannot deadlock over it.
 */
export async function lockStream(trx: Database, stream: StreamName): Promise<number> {
  const existing = await trx
    .selectFrom("streams")
    .select("last")
    .where("name", "=", stream)
    .forUpdate()
    .executeTakeFirst();
  return existing ? Number(existing.last) : advanceStream(trx, stream, 0);
}

/** Reserves the next `count` numbers and returns the last of them. The row stays locked until the transaction ends. */
export async function advanceStream(trx: Database, stream: StreamName, count: number): Promise<number> {
  const { last } = await trx
    .insertInto("streams")
    .values({ name: stream, last: String(count) })
    .onConflict((conflict) =>
      conflict.column("name").doUpdateSet({ last: sql<string>`streams.last + excluded.last` }),
    )
    .returning("last")
    .executeTakeFirstOrThrow();
  return Number(last);
}

/** Number of the stream's newest event; 0 before the first. */
export async function selectStreamHead(db: Database, stream: StreamName): Promise<number> {
  const row = await db.selectFrom("streams").select("last").where("name", "=", stream).executeTakeFirst();
  return Number(row?.last ?? 0);
}

export async function selectStreamHeads(
  db: Database,
  streams: readonly StreamName[],
): Promise<Map<StreamName, number>> {
  if (streams.length === 0) return new Map();
  const rows = await db
    .selectFrom("streams")
    .select(["name", "last"])
    .where("name", "in", [...streams])
    .execute();
  const heads = new Map(streams.map((stream) => [stream, 0]));
  for (const row of rows) heads.set(StreamName.parse(row.name), Number(row.last));
  return heads;
}
