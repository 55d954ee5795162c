import type { RecommendationKind } from "@mastery/contracts/recommendation";
import { sql } from "kysely";
import type { Database } from "./database.ts";

export interface StoredRecommendation {
  readonly id: string;
  readonly studentId: string;
  readonly course: string;
  readonly exercise: string;
  readonly kind: RecommendationKind;
  readonly reason: string;
  readonly pSuccess: number;
  /** With which probability it was chosen. */
  readonly propensity: number;
  readonly madeAt: Date;
}

/** What a learner was suggested and has neither dismissed nor, before `acceptedSince`, accepted; the newest first. */
export function selectOpenRecommendations(
  db: Database,
  of: { readonly studentId: string; readonly course: string; readonly acceptedSince: Date },
): Promise<{ id: string; exercise: string; shownAt: Date | null }[]> {
  return db
    .selectFrom("recommendations")
    .select(["id", "exercise", "shownAt"])
    .where("studentId", "=", of.studentId)
    .where("course", "=", of.course)
    .where("dismissedAt", "is", null)
    .where((row) => row.or([row("acceptedAt", "is", null), row("acceptedAt", ">=", of.acceptedSince)]))
    .orderBy("madeAt", "desc")
    .orderBy("id", "desc")
    .execute();
}

/** Exercises that the learner said "not now" to since a moment. */
export async function selectDismissedSince(
  db: Database,
  studentId: string,
  course: string,
  since: Date,
): Promise<Set<string>> {
  const rows = await db
    .selectFrom("recommendations")
    .select("exercise")
    .where("studentId", "=", studentId)
    .where("course", "=", course)
    .where("dismissedAt", ">=", since)
    .execute();
  return new Set(rows.map((row) => row.exercise));
}

/** Until the transaction ends, nobody else makes recommendations for this learner. */
export async function lockRecommendations(trx: Database, studentId: string): Promise<void> {
  await sql`SELECT id FROM students WHERE id = ${studentId} FOR NO KEY UPDATE`.execute(trx);
}

export async function insertRecommendations(
  trx: Database,
  recommendations: readonly StoredRecommendation[],
): Promise<void> {
  if (recommendations.length === 0) return;
  await trx
    .insertInto("recommendations")
    .values([...recommendations])
    .execute();
}

export async function markShown(trx: Database, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length === 0) return;
  await trx
    .updateTable("recommendations")
    .set({ shownAt: at })
    .where("id", "in", [...ids])
    .where("shownAt", "is", null)
    .execute();
}

/** False when this learner was never suggested that. Answering twice keeps the first answer's time. */
export async function answerRecommendation(
  db: Database,
  of: { readonly id: string; readonly studentId: string },
  answer: "acceptedAt" | "dismissedAt",
  at: Date,
): Promise<boolean> {
  const row = await db
    .updateTable("recommendations")
    .set((row) => ({ [answer]: row.fn.coalesce(answer, row.val(at)) }))
    .where("id", "=", of.id)
    .where("studentId", "=", of.studentId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function countRecommendations(
  db: Database,
  studentId: string,
  course: string,
): Promise<{ shown: number; accepted: number }> {
  const row = await db
    .selectFrom("recommendations")
    .select((of) => [of.fn.count("shownAt").as("shown"), of.fn.count("acceptedAt").as("accepted")])
    .where("studentId", "=", studentId)
    .where("course", "=", course)
    .where("shownAt", "is not", null)
    .executeTakeFirst();
  return { shown: Number(row?.shown ?? 0), accepted: Number(row?.accepted ?? 0) };
}
