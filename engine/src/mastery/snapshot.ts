import type { ConceptMastery, MasterySnapshot } from "@mastery/contracts/mastery";
import { scaleCourse, type CourseOutline } from "./course-scale.ts";
import { conceptState, type LearnerState } from "./learner-state.ts";
import { mastery } from "./mastery.ts";
import type { ModelVersion } from "./model-version.ts";
import { overall } from "./overall.ts";
import { dayIn, practisedDays } from "./practised-days.ts";
import type { SharedValues } from "./shared-values.ts";
import { scoresOf } from "./status.ts";

/** A snapshot without the ids that only the caller knows. */
export type SnapshotBody = Omit<MasterySnapshot, "studentId" | "course" | "asOfEvent">;

/** Where a learner stands in a whole course at one moment (epoch milliseconds). */
export function masterySnapshot(
  model: ModelVersion,
  input: {
    readonly course: CourseOutline;
    readonly shared: SharedValues;
    readonly state: LearnerState;
    readonly at: number;
    /** IANA name of the learner's time zone. */
    readonly timeZone: string;
  },
): SnapshotBody {
  const { state, at } = input;
  const course = scaleCourse(input.course, input.shared);
  const scoreOf = scoresOf(model, state, course, at);
  const concepts: ConceptMastery[] = [];
  for (const { concept, name } of course.concepts.values()) {
    const stands = mastery(model, state, concept, at, course, scoreOf);
    if (!stands) continue;
    const known = conceptState(state, concept);
    concepts.push({
      concept,
      name,
      ...stands,
      attempts: known?.attempts ?? 0,
      ...(known ? { lastPractisedAt: new Date(known.practisedAt).toISOString() } : {}),
    });
  }
  return {
    calculatedAt: new Date(at).toISOString(),
    modelVersion: model.version,
    overall: overall(model, state, at, course, scoreOf),
    concepts,
    ...practisedDays(state.learner, dayIn(input.timeZone, at)),
  };
}
