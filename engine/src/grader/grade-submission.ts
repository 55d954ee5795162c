import { counter, histogram } from "@mastery/telemetry/metrics";
import type { Exercise } from "../course/course.ts";
import { jobOf } from "../grading/job-of.ts";
import { judgeJob } from "../grading/judge.ts";
import { recordGrade, type Judgement } from "../learning/record-grade.ts";
import { currentModel } from "../mastery/model-version.ts";
import { SandboxFault } from "../sandbox/sandbox-fault.ts";
import { selectGradable, type Gradable } from "../stores/submissions.ts";
import { announceProgress } from "./announce-progress.ts";
import { announceRunning } from "./announce-running.ts";
import { breakdownOf } from "./breakdown.ts";
import type { GraderDeps } from "./grader-deps.ts";

/** After so many faults of ours the learner is told, and may hand in again; with pauses that is half a minute. */
const faultsMax = 4;
/** A submission whose grader died this often is not run again: it may be what kills them. */
const startsMax = 20;

export interface GradingTask {
  readonly submissionId: string;
  /** How often this was started, this time included. */
  readonly attempt: number;
  readonly signal?: AbortSignal;
}

const gradings = counter("mastery_gradings_total", "Submissions graded, by verdict", ["status"]);
const gradingSeconds = histogram(
  "mastery_grading_seconds",
  "From the start of a grading to its commit",
  [0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
);

/** Runs, judges and records one submission. Throws when it should be tried again; doing it twice changes nothing. */
export async function gradeSubmission(deps: GraderDeps, task: GradingTask): Promise<void> {
  const submission = await selectGradable(deps.db, task.submissionId);
  if (!submission || submission.graded) return;
  const course = deps.courses.get(submission.course);
  const exercise = course?.exercises.find(({ slug }) => slug === submission.exercise);
  const stopTimer = gradingSeconds.startTimer();
  const judgement =
    exercise && task.attempt <= startsMax
      ? await runOrGiveUp(deps, submission, exercise, task)
      : breakdownOf(exercise, deps.sandbox);
  const outcome = await recordGrade(deps.db, {
    model: currentModel,
    submission,
    course,
    exercise: exercise ?? {
      slug: submission.exercise,
      title: submission.exercise,
      concepts: [],
      difficulty: 5,
    },
    judgement,
    now: deps.clock(),
  });
  if (outcome === "repeated") return;
  stopTimer();
  gradings.inc({ status: judgement.status });
}

async function runOrGiveUp(
  deps: GraderDeps,
  submission: Gradable,
  exercise: Exercise,
  task: GradingTask,
): Promise<Judgement> {
  try {
    return await run(deps, submission, exercise, task);
  } catch (error) {
    // A grader that is being stopped says nothing about the submission; another one takes it.
    const isStopping = error instanceof SandboxFault && (error.code === "aborted" || error.code === "closed");
    if (isStopping || task.attempt < faultsMax) throw error;
    deps.logger.error({ err: error, submissionId: submission.id }, "a submission could not be graded");
    return breakdownOf(exercise, deps.sandbox);
  }
}

async function run(
  deps: GraderDeps,
  submission: Gradable,
  exercise: Exercise,
  { signal }: GradingTask,
): Promise<Judgement> {
  const { sandbox } = deps;
  if (!submission.started) await announceRunning(deps, submission, exercise);
  const outcome = await sandbox.run(jobOf(exercise, submission.code), {
    onTest: (observation, index) => announceProgress(deps, submission, exercise, observation, index),
    ...(signal ? { signal } : {}),
  });
  return {
    ...judgeJob(exercise.tests, outcome),
    durationMs: outcome.durationMs,
    python: sandbox.python,
    sandbox: sandbox.name,
    counts: true,
  };
}
