import type { MasteryChange } from "@mastery/contracts/submission";
import { uuidv7 } from "uuidv7";
import type { Course, Exercise } from "../course/course.ts";
import { assessSubmission } from "../learning/assess-submission.ts";
import { courseOutline } from "../learning/course-outline.ts";
import { emptyLearnerState, type LearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { seededRandom } from "../mastery/seeded-random.ts";
import type { SharedValue } from "../mastery/shared-values.ts";
import type { NewAttempt } from "../stores/attempts.ts";
import { demoHistory } from "./demo-history.ts";
import type { DemoLearner } from "./demo-people.ts";
import { failingWork, passingWork, type SimulatedWork } from "./simulated-results.ts";

const timeZone = "UTC";

export interface SimulatedLearner {
  readonly studentId: string;
  readonly learner: DemoLearner;
}

export interface GradedWork extends SimulatedWork {
  readonly submissionId: string;
  readonly studentId: string;
  readonly exercise: string;
  readonly passed: boolean;
  readonly at: Date;
  readonly mastery: readonly MasteryChange[];
}

/** What a class did, as the tables keep it. */
export interface ClassHistory {
  /** In time order. */
  readonly work: readonly GradedWork[];
  readonly attempts: readonly NewAttempt[];
  readonly states: ReadonlyMap<string, LearnerState>;
  readonly difficulty: ReadonlyMap<string, SharedValue>;
  readonly ease: ReadonlyMap<string, SharedValue>;
}

/**
 * Lets invented learners of known ability work through a course, and takes all they do through the model just as the
 * grader would: in time order, with the sitting rule, moving the shared values together.
 */
export function simulateClass(
  course: Course,
  learners: readonly SimulatedLearner[],
  { now, seed }: { readonly now: Date; readonly seed: number },
): ClassHistory {
  const outline = courseOutline(course);
  const random = seededRandom(seed);
  const states = new Map<string, LearnerState>();
  const shared = { difficulty: new Map<string, SharedValue>(), ease: new Map<string, SharedValue>() };
  const work: GradedWork[] = [];
  const attempts: NewAttempt[] = [];

  const submissions = learners
    .flatMap(({ studentId, learner }, index) =>
      demoHistory(course, learner, { now, seed: seed + index * 1_000 }).map((one) => ({ ...one, studentId })),
    )
    .sort((a, b) => a.at - b.at);
  for (const { studentId, exercise: slug, outcome, at } of submissions) {
    const exercise = course.exercises.find((known) => known.slug === slug);
    if (!exercise) continue;
    const submissionId = uuidv7();
    const state = states.get(studentId) ?? emptyLearnerState();
    const submission = { exercise: slug, title: exercise.title, outcome, at };
    const assessment = assessSubmission({
      model: currentModel,
      course: outline,
      shared,
      state,
      submission,
      timeZone,
      now: at,
    });
    states.set(studentId, assessment.state);
    const { mastery, counted } = assessment;
    const done = workOn(exercise, outcome === 1, random.uniform());
    const where = { submissionId, studentId, exercise: slug };
    work.push({ ...done, ...where, passed: outcome === 1, at: new Date(at), mastery });
    if (!counted) continue;
    shared.difficulty.set(slug, counted.moved.difficulty);
    for (const { concept, ease } of counted.moved.ease) shared.ease.set(concept, ease);
    attempts.push({
      submissionId,
      studentId,
      course: course.slug,
      attempt: counted.attempt,
      modelVersion: currentModel.version,
      overall: counted.updated.overall.score,
      simulated: true,
    });
  }
  return { work, attempts, states, ...shared };
}

function workOn(exercise: Exercise, passed: boolean, draw: number): SimulatedWork {
  const { wrongSolutions } = exercise;
  if (passed) return passingWork(exercise);
  return failingWork(exercise, wrongSolutions[Math.floor(draw * wrongSolutions.length)]);
}
