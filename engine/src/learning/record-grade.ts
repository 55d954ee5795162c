import type { TestResult, Verdict } from "@mastery/contracts/submission";
import { streamName } from "@mastery/contracts/stream";
import type { Course, Exercise } from "../course/course.ts";
import { logEvents, type NewEvent } from "../events/log-events.ts";
import type { ModelVersion } from "../mastery/model-version.ts";
import { seedDifficulty } from "../mastery/shared-values.ts";
import { insertAttempts } from "../stores/attempts.ts";
import type { Database } from "../stores/database.ts";
import { countPassed, insertGrades, isGraded } from "../stores/grades.ts";
import { selectLearnerState, upsertLearnerState } from "../stores/learner-states.ts";
import { lockSharedValues, selectSharedValues, updateSharedValues } from "../stores/shared-values.ts";
import { lockStream } from "../stores/streams.ts";
import type { Gradable } from "../stores/submissions.ts";
import { assessSubmission, type Assessment } from "./assess-submission.ts";
import { courseOutline } from "./course-outline.ts";

/** What the sandbox and the judge made of a submission. */
export interface Judgement {
  readonly status: Verdict;
  readonly tests: readonly TestResult[];
  readonly stdout: string;
  readonly durationMs: number;
  readonly python: string;
  readonly sandbox: string;
  /** False when our side broke down: then it says nothing about the learner. */
  readonly counts: boolean;
}

export interface GradeInput {
  readonly model: ModelVersion;
  readonly submission: Gradable;
  /** Absent when the course is no longer here; then nothing counts. */
  readonly course: Course | undefined;
  readonly exercise: Pick<Exercise, "slug" | "title" | "concepts" | "difficulty">;
  readonly judgement: Judgement;
  readonly now: Date;
}

/**
 * Writes a grade and everything that follows from it, in one transaction that takes the learner's stream first: one
 * learner's gradings run one after the other, and the events' order is the commits' order. Grading the same
 * submission again changes nothing and answers `repeated`.
 */
export async function recordGrade(db: Database, input: GradeInput): Promise<"graded" | "repeated"> {
  const { submission, judgement } = input;
  const stream = streamName("learner", submission.studentId);
  return db.transaction().execute(async (trx) => {
    await lockStream(trx, stream);
    if (await isGraded(trx, submission.id)) return "repeated";
    const assessment = await assess(trx, input);
    await insertGrades(trx, [
      {
        submissionId: submission.id,
        status: judgement.status,
        tests: judgement.tests,
        stdout: judgement.stdout,
        durationMs: judgement.durationMs,
        python: judgement.python,
        sandbox: judgement.sandbox,
        mastery: assessment?.mastery ?? [],
        gradedAt: input.now,
      },
    ]);
    if (assessment) await keep(trx, input, assessment);
    await logEvents(trx, stream, eventsOf(input, assessment), {
      happenedAt: input.now,
      correlationId: submission.correlationId,
      traceparent: submission.traceparent,
    });
    return "graded";
  });
}

async function assess(trx: Database, input: GradeInput): Promise<Assessment | undefined> {
  const { model, submission, course, exercise, judgement, now } = input;
  if (!judgement.counts || !course) return undefined;
  const state = await selectLearnerState(trx, submission.studentId, course.slug);
  await lockSharedValues(trx, course.slug, {
    exercise: exercise.slug,
    difficulty: seedDifficulty(exercise.difficulty),
    concepts: exercise.concepts,
  });
  return assessSubmission({
    model,
    course: courseOutline(course),
    shared: await selectSharedValues(trx, course.slug),
    state,
    submission: {
      exercise: exercise.slug,
      title: exercise.title,
      outcome: judgement.status === "passed" ? 1 : 0,
      at: submission.submittedAt.getTime(),
    },
    timeZone: submission.timeZone,
    now: now.getTime(),
  });
}

async function keep(trx: Database, input: GradeInput, assessment: Assessment): Promise<void> {
  const { model, submission } = input;
  const { id: submissionId, studentId, course } = submission;
  await upsertLearnerState(trx, { studentId, course, modelVersion: model.version, state: assessment.state });
  const { counted } = assessment;
  if (!counted) return;
  const { attempt, moved, updated } = counted;
  const overall = updated.overall.score;
  await insertAttempts(trx, [
    { studentId, course, submissionId, attempt, modelVersion: model.version, overall, simulated: false },
  ]);
  await updateSharedValues(trx, course, { exercise: attempt.exercise, ...moved });
}

function eventsOf({ submission, exercise, judgement }: GradeInput, assessment?: Assessment): NewEvent[] {
  const { id: submissionId, course } = submission;
  const graded: NewEvent = {
    type: "submission.graded",
    data: {
      submissionId,
      course,
      exercise: exercise.slug,
      title: exercise.title,
      status: judgement.status,
      passed: countPassed(judgement.tests),
      total: judgement.tests.length,
      durationMs: judgement.durationMs,
      mastery: assessment?.mastery ?? [],
    },
  };
  if (!assessment?.counted) return [graded];
  return [graded, { type: "mastery.updated", data: { course, submissionId, ...assessment.counted.updated } }];
}
