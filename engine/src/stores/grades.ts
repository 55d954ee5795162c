import type { MasteryChange, TestResult, Verdict } from "@mastery/contracts/submission";
import type { Database } from "./database.ts";
import { storableJson, storableText } from "./storable-text.ts";

export interface NewGrade {
  readonly submissionId: string;
  readonly status: Verdict;
  readonly tests: readonly TestResult[];
  readonly stdout: string;
  readonly durationMs: number;
  readonly python: string;
  readonly sandbox: string;
  readonly mastery: readonly MasteryChange[];
  readonly gradedAt: Date;
}

export async function insertGrades(trx: Database, grades: readonly NewGrade[]): Promise<void> {
  await trx
    .insertInto("grades")
    .values(
      grades.map((grade) => ({
        ...grade,
        tests: storableJson(grade.tests),
        passed: countPassed(grade.tests),
        total: grade.tests.length,
        stdout: storableText(grade.stdout),
        mastery: storableJson(grade.mastery),
      })),
    )
    .execute();
}

export async function isGraded(db: Database, submissionId: string): Promise<boolean> {
  const row = await db
    .selectFrom("grades")
    .select("submissionId")
    .where("submissionId", "=", submissionId)
    .executeTakeFirst();
  return row !== undefined;
}

export function countPassed(tests: readonly TestResult[]): number {
  return tests.filter((test) => test.status === "passed").length;
}
