import type { Estimate } from "@mastery/contracts/mastery";
import type { Course } from "../course/course.ts";
import type { OverallOf } from "../events/class-projection.ts";
import { scaleCourse } from "../mastery/course-scale.ts";
import { emptyLearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { overall } from "../mastery/overall.ts";
import { predict } from "../mastery/predict.ts";
import { scoresOf, statusOf } from "../mastery/status.ts";
import type { Database } from "../stores/database.ts";
import { selectLearnerStates } from "../stores/learner-states.ts";
import { selectSharedValues } from "../stores/shared-values.ts";
import { courseOutline } from "./course-outline.ts";
import { readLearnerView } from "./learner-view.ts";

/** Where learners stand, as the catalogue and the class page need it. */
export function createStanding(db: Database) {
  return {
    lockedConcepts: (studentId: string, course: Course, now: Date) =>
      lockedConcepts(db, studentId, course, now),
    pSuccess: (studentId: string, course: Course, exercise: string, now: Date) =>
      pSuccess(db, studentId, course, exercise, now),
    overall: (studentIds: readonly string[], course: Course, now: Date) =>
      overallOf(db, studentIds, course, now),
  };
}

async function lockedConcepts(
  db: Database,
  studentId: string,
  course: Course,
  now: Date,
): Promise<ReadonlySet<string>> {
  const { state, scale } = await readLearnerView(db, studentId, course);
  const at = now.getTime();
  const scoreOf = scoresOf(currentModel, state, scale, at);
  const locked = [...scale.concepts.values()].filter(
    (concept) => statusOf(currentModel, state, concept, at, scoreOf) === "locked",
  );
  return new Set(locked.map(({ concept }) => concept));
}

async function pSuccess(
  db: Database,
  studentId: string,
  course: Course,
  exercise: string,
  now: Date,
): Promise<number | undefined> {
  const { state, scale } = await readLearnerView(db, studentId, course);
  const scored = scale.exercises.get(exercise);
  return scored && predict(currentModel, state, scored, now.getTime()).p;
}

/** The overall estimate of each learner; every id asked for has one. */
async function overallOf(
  db: Database,
  studentIds: readonly string[],
  course: Course,
  now: Date,
): Promise<ReadonlyMap<string, Estimate>> {
  const states = await selectLearnerStates(db, studentIds, course.slug);
  const scale = scaleCourse(courseOutline(course), await selectSharedValues(db, course.slug));
  return new Map(
    studentIds.map((id) => {
      const state = states.get(id) ?? emptyLearnerState();
      return [id, overall(currentModel, state, now.getTime(), scale)];
    }),
  );
}

/** The same for one learner, as the projection for classes asks for it; a course that is gone says nothing. */
export function createOverallOf(courses: ReadonlyMap<string, Course>, clock: () => Date): OverallOf {
  return async (db, studentId, slug) => {
    const course = courses.get(slug);
    const estimates = course && (await overallOf(db, [studentId], course, clock()));
    return estimates?.get(studentId) ?? { score: 0, low: 0, high: 0, evidence: "none" };
  };
}
