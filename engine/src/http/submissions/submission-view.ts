import type { Submission, SubmissionSummary } from "@mastery/contracts/submission";
import type { Courses } from "../deps.ts";
import { statusOf, type GradedSubmission, type SubmissionRow } from "../../stores/submissions.ts";

/** A submission as its learner and their teachers see it. */
export function submissionView(row: GradedSubmission, courses: Courses): Submission {
  return {
    ...shared(row, courses),
    studentId: row.studentId,
    code: row.code,
    tests: row.tests ?? [],
    stdout: row.stdout ?? "",
    durationMs: row.durationMs ?? 0,
    python: row.python ?? "",
    sandbox: row.sandbox ?? "",
  };
}

/** One line in a list of submissions. */
export function submissionSummary(row: SubmissionRow, courses: Courses): SubmissionSummary {
  return { ...shared(row, courses), passed: row.passed ?? 0, total: row.total ?? 0 };
}

function shared(row: Omit<SubmissionRow, "passed" | "total">, courses: Courses) {
  const exercise = courses.get(row.course)?.exercises.find(({ slug }) => slug === row.exercise);
  return {
    submissionId: row.id,
    exercise: row.exercise,
    // An exercise may have left the course since.
    title: exercise?.title ?? row.exercise,
    status: statusOf(row),
    submittedAt: row.submittedAt.toISOString(),
    ...(row.gradedAt ? { gradedAt: row.gradedAt.toISOString() } : {}),
    mastery: row.mastery ?? [],
  };
}
