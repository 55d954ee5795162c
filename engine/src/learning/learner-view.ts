import { scaleCourse, type CourseOutline, type CourseScale } from "../mastery/course-scale.ts";
import type { Course } from "../course/course.ts";
import type { LearnerState } from "../mastery/learner-state.ts";
import type { SharedValues } from "../mastery/shared-values.ts";
import type { Database } from "../stores/database.ts";
import { selectLearnerState } from "../stores/learner-states.ts";
import { selectSharedValues } from "../stores/shared-values.ts";
import { courseOutline } from "./course-outline.ts";

/** What the model needs to say anything about one learner in one course. */
export interface LearnerView {
  readonly course: CourseOutline;
  readonly shared: SharedValues;
  readonly scale: CourseScale;
  readonly state: LearnerState;
}

export async function readLearnerView(db: Database, studentId: string, course: Course): Promise<LearnerView> {
  const outline = courseOutline(course);
  const state = await selectLearnerState(db, studentId, course.slug);
  const shared = await selectSharedValues(db, course.slug);
  return { course: outline, shared, scale: scaleCourse(outline, shared), state };
}
