import { sql } from "kysely";
import type { SharedValue, SharedValues } from "../mastery/shared-values.ts";
import type { Database } from "./database.ts";

/** Every difficulty and ease of a course that has moved from where it started. */
export async function selectSharedValues(db: Database, course: string): Promise<SharedValues> {
  const { rows } = await sql<{ kind: "exercise" | "concept"; id: string; value: number; count: number }>`
    SELECT 'exercise' AS kind, exercise AS id, difficulty AS value, attempts AS count
    FROM exercise_difficulties WHERE course = ${course} AND attempts > 0
    UNION ALL
    SELECT 'concept', concept, ease, attempts
    FROM concept_eases WHERE course = ${course} AND attempts > 0`.execute(db);
  const valuesOf = (wanted: "exercise" | "concept") =>
    new Map(rows.flatMap(({ kind, id, ...value }) => (kind === wanted ? [[id, value] as const] : [])));
  return { difficulty: valuesOf("exercise"), ease: valuesOf("concept") };
}

/**
 * Takes the rows that one attempt moves, until the transaction ends: the exercise's first, then the concepts' by id,
 * always in this order, so that two learners' gradings cannot wait for each other. Creates missing rows.
 */
export async function lockSharedValues(
  trx: Database,
  course: string,
  seeds: { readonly exercise: string; readonly difficulty: number; readonly concepts: readonly string[] },
): Promise<void> {
  await trx
    .insertInto("exerciseDifficulties")
    .values({ course, exercise: seeds.exercise, difficulty: seeds.difficulty })
    .onConflict((conflict) =>
      conflict
        .columns(["course", "exercise"])
        .doUpdateSet({ attempts: sql<number>`exercise_difficulties.attempts` }),
    )
    .execute();
  await trx
    .insertInto("conceptEases")
    .values(seeds.concepts.toSorted().map((concept) => ({ course, concept, ease: 0 })))
    .onConflict((conflict) =>
      conflict.columns(["course", "concept"]).doUpdateSet({ attempts: sql<number>`concept_eases.attempts` }),
    )
    .execute();
}

/** Writes what an attempt moved; the rows are locked already. */
export async function updateSharedValues(
  trx: Database,
  course: string,
  moved: {
    readonly exercise: string;
    readonly difficulty: SharedValue;
    readonly ease: readonly { readonly concept: string; readonly ease: SharedValue }[];
  },
): Promise<void> {
  const concepts = moved.ease.map(({ concept }) => concept);
  const values = moved.ease.map(({ ease }) => ease.value);
  const counts = moved.ease.map(({ ease }) => ease.count);
  await sql`
    WITH exercise AS (
      UPDATE exercise_difficulties
      SET difficulty = ${moved.difficulty.value}, attempts = ${moved.difficulty.count}
      WHERE course = ${course} AND exercise = ${moved.exercise}
    )
    UPDATE concept_eases SET ease = moved.ease, attempts = moved.attempts
    FROM unnest(${concepts}::text[], ${values}::double precision[], ${counts}::integer[])
      AS moved (concept, ease, attempts)
    WHERE concept_eases.course = ${course} AND concept_eases.concept = moved.concept`.execute(trx);
}

/** Writes all values of a course that has none yet. */
export async function insertSharedValues(trx: Database, course: string, values: SharedValues): Promise<void> {
  const difficulties = [...values.difficulty].map(([exercise, { value, count }]) => ({
    course,
    exercise,
    difficulty: value,
    attempts: count,
  }));
  const eases = [...values.ease].map(([concept, { value, count }]) => ({
    course,
    concept,
    ease: value,
    attempts: count,
  }));
  if (difficulties.length > 0) await trx.insertInto("exerciseDifficulties").values(difficulties).execute();
  if (eases.length > 0) await trx.insertInto("conceptEases").values(eases).execute();
}
