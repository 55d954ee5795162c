import { Attempt } from "../mastery/attempt.ts";
import type { Database } from "./database.ts";

export interface NewAttempt {
  readonly studentId: string;
  readonly course: string;
  readonly submissionId: string;
  readonly attempt: Attempt;
  readonly modelVersion: string;
  /** The learner's overall score after it. */
  readonly overall: number;
  readonly simulated: boolean;
}

/** Keeps what counted, with everything it was scored with. */
export async function insertAttempts(trx: Database, attempts: readonly NewAttempt[]): Promise<void> {
  await trx
    .insertInto("attempts")
    .values(
      attempts.map(({ attempt, ...rest }) => ({
        ...rest,
        exercise: attempt.exercise,
        outcome: attempt.outcome,
        at: new Date(attempt.at),
        day: attempt.day,
        difficulty: attempt.difficulty,
        concepts: JSON.stringify(attempt.concepts),
      })),
    )
    .execute();
}

/** A learner's counted attempts in the order in which they were observed. */
export async function selectAttempts(db: Database, studentId: string, course: string): Promise<Attempt[]> {
  const rows = await db
    .selectFrom("attempts")
    .select(["exercise", "outcome", "at", "day", "difficulty", "concepts"])
    .where("studentId", "=", studentId)
    .where("course", "=", course)
    .orderBy("ordinal")
    .execute();
  return rows.map((row) => Attempt.parse({ ...row, at: row.at.getTime() }));
}

/** Exercises tried since a moment, the latest first, each once. */
export async function selectTriedSince(
  db: Database,
  studentId: string,
  course: string,
  since: Date,
): Promise<string[]> {
  const rows = await db
    .selectFrom("attempts")
    .select("exercise")
    .where("studentId", "=", studentId)
    .where("course", "=", course)
    .where("at", ">=", since)
    .groupBy("exercise")
    .orderBy((of) => of.fn.max("ordinal"), "desc")
    .execute();
  return rows.map((row) => row.exercise);
}
