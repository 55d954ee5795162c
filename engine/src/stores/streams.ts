import { sql } from "kysely";
import { StreamName } from "@mastery/contracts/stream";
import type { Database } from "./database.ts";

/**
 * Takes the stream's row, creating it where needed, until the transaction ends. Whoever reads a learner's state to
 * write it again takes the row before anything else: a learner's transactions run one after the other.
 */
export async function lockStream(trx: Database, stream: StreamName): Promise<number> {
  const existing = await trx
    .selectFrom("streams")
    .select("last")
    .where("name", "=", stream)
    .forUpdate()
    .executeTakeFirst();
  if (existing) return Number(existing.last);
  const { last } = await trx
    .insertInto("streams")
    .values({ name: stream })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ last: sql<string>`streams.last` }))
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
