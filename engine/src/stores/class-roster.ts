import type { Id } from "@mastery/contracts/id";
import { streamName } from "@mastery/contracts/stream";
import type { SubmissionStatus } from "@mastery/contracts/submission";
import { sql } from "kysely";
import type { Database } from "./database.ts";

export interface RosterRow {
  readonly studentId: Id;
  readonly displayName: string;
  readonly demo: boolean;
  readonly lastActiveAt: Date | null;
  /** The newest submission in the class's course. */
  readonly exercise: string | null;
  readonly submittedAt: Date | null;
  readonly status: SubmissionStatus | null;
}

/** The learners of a class by name, each with the newest thing they did in its course. */
export async function selectRoster(db: Database, classId: Id, course: string): Promise<RosterRow[]> {
  const { rows } = await sql<RosterRow>`
    SELECT m.student_id, a.display_name, a.demo,
      greatest(last.submitted_at, practice.at) AS last_active_at,
      last.exercise, last.submitted_at, last.status
    FROM class_members m
    JOIN students s ON s.id = m.student_id
    JOIN accounts a ON a.id = s.account_id
    LEFT JOIN LATERAL (
      SELECT sub.exercise, sub.submitted_at,
        coalesce(g.status, CASE WHEN sub.started THEN 'running' ELSE 'queued' END) AS status
      FROM submissions sub LEFT JOIN grades g ON g.submission_id = sub.id
      WHERE sub.student_id = m.student_id AND sub.course = ${course}
      ORDER BY sub.submitted_at DESC, sub.id DESC LIMIT 1
    ) AS last ON true
    LEFT JOIN LATERAL (
      SELECT at FROM attempts
      WHERE student_id = m.student_id AND course = ${course} ORDER BY ordinal DESC LIMIT 1
    ) AS practice ON true
    WHERE m.class_id = ${classId}
    ORDER BY a.display_name, m.student_id`.execute(db);
  return rows;
}

/** Number of the newest event of the class; 0 before the first. */
export async function selectClassHead(db: Database, classId: Id): Promise<number> {
  const row = await db
    .selectFrom("streams")
    .select("last")
    .where("name", "=", streamName("class", classId))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}
