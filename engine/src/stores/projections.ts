import { sql } from "kysely";
import { StreamName } from "@mastery/contracts/stream";
import type { Database } from "./database.ts";

/** Learners' streams with grades that their classes have not been told of. */
export async function selectUnprojected(
  db: Database,
  except: readonly StreamName[],
  limit: number,
): Promise<StreamName[]> {
  const rows = await db
    .selectFrom("streams")
    .select("name")
    .whereRef("projected", "<", "last")
    // Spelled as in the partial index that finds them.
    .where(sql<boolean>`name LIKE 'learner.%'`)
    .where(
      sql<boolean>`EXISTS (
        SELECT FROM event_log WHERE stream = name AND sequence > projected AND type = 'submission.graded')`,
    )
    .where(sql<boolean>`name <> ALL (${[...except]}::text[])`)
    .limit(limit)
    .execute();
  return rows.map(({ name }) => StreamName.parse(name));
}

/** Takes the stream's row until the transaction ends and says up to where classes were told. */
export async function lockProjection(trx: Database, stream: StreamName): Promise<number> {
  const row = await trx
    .selectFrom("streams")
    .select("projected")
    .where("name", "=", stream)
    .forUpdate()
    .executeTakeFirst();
  return Number(row?.projected ?? 0);
}

export async function setProjected(trx: Database, stream: StreamName, sequence: number): Promise<void> {
  await trx
    .updateTable("streams")
    .set({ projected: String(sequence) })
    .where("name", "=", stream)
    .execute();
}
