import type { EventData } from "@mastery/contracts/event-data";
import type { MasteryChange } from "@mastery/contracts/submission";
import type { Attempt, Outcome } from "../mastery/attempt.ts";
import { scaleCourse, scoreAttempt, type CourseOutline } from "../mastery/course-scale.ts";
import type { LearnerState } from "../mastery/learner-state.ts";
import type { ModelVersion } from "../mastery/model-version.ts";
import { observe } from "../mastery/observe.ts";
import { updateShared, type SharedValues } from "../mastery/shared-values.ts";
import { countAttempt } from "../mastery/sitting.ts";
import { masterySnapshot, type SnapshotBody } from "../mastery/snapshot.ts";
import { updateReason } from "./update-reason.ts";

export interface AssessmentInput {
  readonly model: ModelVersion;
  readonly course: CourseOutline;
  readonly shared: SharedValues;
  readonly state: LearnerState;
  readonly submission: {
    readonly exercise: string;
    readonly title: string;
    readonly outcome: Outcome;
    /** When it was handed in, epoch milliseconds. */
    readonly at: number;
  };
  readonly timeZone: string;
  /** When it is assessed, epoch milliseconds. */
  readonly now: number;
}

/** What one submission changes. */
export interface Assessment {
  readonly state: LearnerState;
  /** For each concept of the exercise. */
  readonly mastery: MasteryChange[];
  /** Absent when the sitting rule says that it does not count. */
  readonly counted?: {
    readonly attempt: Attempt;
    readonly moved: ReturnType<typeof updateShared>;
    readonly updated: Omit<EventData<"mastery.updated">, "course" | "submissionId">;
  };
}

/** Applies the model to one submission: does it count, and if so, what do we know now? */
export function assessSubmission(input: AssessmentInput): Assessment {
  const { model, course, shared, submission, timeZone, now } = input;
  const { counts, state } = countAttempt(input.state, submission);
  const before = masterySnapshot(model, { course, shared, state, at: now, timeZone });
  const attempt = counts ? scoreAttempt(scaleCourse(course, shared), { ...submission, timeZone }) : undefined;
  if (!attempt) return { state, mastery: changes(course, submission.exercise, before, before) };

  const moved = updateShared(state, attempt, {
    exercise: shared.difficulty.get(attempt.exercise)?.count ?? 0,
    concept: (concept) => shared.ease.get(concept)?.count ?? 0,
  });
  const next = observe(model, state, attempt);
  const after = masterySnapshot(model, {
    course,
    shared: {
      difficulty: new Map(shared.difficulty).set(attempt.exercise, moved.difficulty),
      ease: new Map([...shared.ease, ...moved.ease.map(({ concept, ease }) => [concept, ease] as const)]),
    },
    state: next,
    at: now,
    timeZone,
  });
  const mastery = changes(course, submission.exercise, before, after);
  return {
    state: next,
    mastery,
    counted: {
      attempt,
      moved,
      updated: {
        overall: { ...after.overall, before: before.overall.score },
        concepts: movedConcepts(before, after, mastery),
        reason: updateReason(submission, mastery[0]),
      },
    },
  };
}

function changes(
  course: CourseOutline,
  exercise: string,
  before: SnapshotBody,
  after: SnapshotBody,
): MasteryChange[] {
  const concepts = course.exercises.find(({ slug }) => slug === exercise)?.concepts ?? [];
  return concepts.flatMap((id) => {
    const from = before.concepts.find(({ concept }) => concept === id);
    const to = after.concepts.find(({ concept }) => concept === id);
    return from && to ? [{ concept: id, name: to.name, before: from.score, after: to.score }] : [];
  });
}

/**
 * The exercise's own concepts first, then the others that moved: what a learner shows in one says a little about all,
 * and may unlock the next.
 */
function movedConcepts(
  before: SnapshotBody,
  after: SnapshotBody,
  own: readonly MasteryChange[],
): EventData<"mastery.updated">["concepts"] {
  const rank = (id: string): number => {
    const place = own.findIndex(({ concept }) => concept === id);
    return place === -1 ? own.length : place;
  };
  const moved = after.concepts.flatMap((to, index) => {
    const from = before.concepts[index];
    if (!from || (from.score === to.score && from.status === to.status)) return [];
    const { concept, name, score, low, high, evidence, status, attempts } = to;
    return [{ concept, name, score, low, high, evidence, status, attempts, before: from.score }];
  });
  return moved.toSorted((one, other) => rank(one.concept) - rank(other.concept));
}
