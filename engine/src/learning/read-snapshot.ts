import type { MasterySnapshot } from "@mastery/contracts/mastery";
import { streamName } from "@mastery/contracts/stream";
import { LRUCache } from "lru-cache";
import type { Course } from "../course/course.ts";
import { currentModel } from "../mastery/model-version.ts";
import { masterySnapshot } from "../mastery/snapshot.ts";
import type { Database } from "../stores/database.ts";
import { selectTimeZone } from "../stores/time-zones.ts";
import { selectStreamHead } from "../stores/streams.ts";
import { readLearnerView } from "./learner-view.ts";

/** Time alone moves scores slowly; the learner's own events are seen at once. */
const keptMs = 5 * 60_000;
const snapshotsMax = 1_000;

export type ReadSnapshot = (studentId: string, course: Course, now: Date) => Promise<MasterySnapshot>;

/**
 * Reads where a learner stands, with the number of the last event that is contained. Both come from one consistent
 * view of the database, so a client that goes on from that number misses nothing. A kept answer is good until the
 * learner's stream moves.
 */
export function createSnapshotReader(db: Database): ReadSnapshot {
  const kept = new LRUCache<string, MasterySnapshot>({ max: snapshotsMax });
  return async (studentId, course, now) => {
    const key = `${studentId}/${course.slug}`;
    const known = kept.get(key);
    if (known && isFresh(known, now)) {
      const head = await selectStreamHead(db, streamName("learner", studentId));
      if (head === known.asOfEvent) return known;
    }
    const snapshot = await readSnapshot(db, studentId, course, now);
    kept.set(key, snapshot);
    return snapshot;
  };
}

function isFresh(snapshot: MasterySnapshot, now: Date): boolean {
  const age = now.getTime() - Date.parse(snapshot.calculatedAt);
  return age >= 0 && age < keptMs;
}

async function readSnapshot(
  db: Database,
  studentId: string,
  course: Course,
  now: Date,
): Promise<MasterySnapshot> {
  const transaction = db.transaction().setIsolationLevel("repeatable read").setAccessMode("read only");
  return transaction.execute(async (trx) => {
    const asOfEvent = await selectStreamHead(trx, streamName("learner", studentId));
    const timeZone = await selectTimeZone(trx, studentId);
    const { shared, state, course: outline } = await readLearnerView(trx, studentId, course);
    const body = masterySnapshot(currentModel, {
      course: outline,
      shared,
      state,
      at: now.getTime(),
      timeZone,
    });
    return { studentId, course: course.slug, asOfEvent, ...body };
  });
}
