import { FlagName, FlagValue } from "@mastery/contracts/flag";
import { sql } from "kysely";
import { z } from "zod";
import type { Database } from "./database.ts";

export type FlagValues = Readonly<Record<FlagName, FlagValue>>;

/** PostgreSQL channel on which a change is told to every process. */
export const flagsChannel = "flags_changed";

const Overrides = z.partialRecord(FlagName, FlagValue);

/** The values in force: the environment's, overridden by what was set while running. */
export async function selectFlags(db: Database, initial: FlagValues): Promise<FlagValues> {
  const rows = await db.selectFrom("flags").select(["name", "value"]).execute();
  // A newer or older version of the product may have stored flags that this one does not know.
  const known = rows.filter((row) => FlagName.safeParse(row.name).success);
  return {
    ...initial,
    ...Overrides.parse(Object.fromEntries(known.map(({ name, value }) => [name, value]))),
  };
}

export type FlagSet = { readonly type: "set" } | { readonly type: "refused"; readonly reason: string };

/** Stores a flag and tells every process, both or neither. */
export async function setFlag(db: Database, name: string, value: string): Promise<FlagSet> {
  const flag = FlagName.safeParse(name);
  if (!flag.success) return refused(`There is no flag ${name}; there are ${FlagName.options.join(", ")}.`);
  const parsed = FlagValue.safeParse(value);
  if (!parsed.success) return refused(`${name} must be true, false or a share such as 25%.`);
  if (flag.data === "FEATURE_KONG_AUTH" && parsed.data.endsWith("%")) {
    return refused(
      "FEATURE_KONG_AUTH must be true or false: the gateway checks everybody's token or nobody's.",
    );
  }
  await db.transaction().execute(async (transaction) => {
    await transaction
      .insertInto("flags")
      .values({ name, value, changedAt: sql<Date>`now()` })
      .onConflict((conflict) => conflict.column("name").doUpdateSet({ value, changedAt: sql<Date>`now()` }))
      .execute();
    await sql`SELECT pg_notify(${flagsChannel}, ${name})`.execute(transaction);
  });
  return { type: "set" };
}

function refused(reason: string): FlagSet {
  return { type: "refused", reason };
}
