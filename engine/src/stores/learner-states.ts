import { LearnerState, emptyLearnerState } from "../mastery/learner-state.ts";
import type { Database } from "./database.ts";

/** What the model knows of a learner in a course; before the first attempt, nothing. */
export async function selectLearnerState(
  db: Database,
  studentId: string,
  course: string,
): Promise<LearnerState> {
  const states = await selectLearnerStates(db, [studentId], course);
  return states.get(studentId) ?? emptyLearnerState();
}

/** Those of the learners who have attempted something. */
export async function selectLearnerStates(
  db: Database,
  studentIds: readonly string[],
  course: string,
): Promise<Map<string, LearnerState>> {
  if (studentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("learnerStates")
    .select(["studentId", "state"])
    .where("studentId", "in", [...studentIds])
    .where("course", "=", course)
    .execute();
  return new Map(rows.map((row) => [row.studentId, LearnerState.parse(row.state)]));
}

export async function upsertLearnerState(
  trx: Database,
  row: {
    readonly studentId: string;
    readonly course: string;
    readonly modelVersion: string;
    readonly state: LearnerState;
  },
): Promise<void> {
  await trx
    .insertInto("learnerStates")
    .values({ ...row, state: JSON.stringify(row.state) })
    .onConflict((conflict) =>
      conflict.columns(["studentId", "course"]).doUpdateSet((row) => ({
        modelVersion: row.ref("excluded.modelVersion"),
        state: row.ref("excluded.state"),
      })),
    )
    .execute();
}
