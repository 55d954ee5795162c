import type { TestResult } from "@mastery/contracts/submission";
import type { RunJob } from "../grading/job.ts";
import { jobOf } from "../grading/job-of.ts";
import { judgeJob } from "../grading/judge.ts";
import type { Course, Exercise, WrongSolution } from "./course.ts";

export interface CourseReport {
  readonly exercises: readonly ExerciseReport[];
  readonly ok: boolean;
}

export interface ExerciseReport {
  readonly slug: string;
  readonly tests: number;
  readonly wrongSolutions: number;
  /** Plain sentences; none when the exercise proves itself. */
  readonly faults: readonly string[];
}

/**
 * Proves a course in the sandbox: each solution passes everything, each starter does not, and each wrong solution
 * fails the tests it names.
 */
export async function checkCourse(
  course: Course,
  sandbox: { readonly run: RunJob },
  onExercise?: (report: ExerciseReport) => void,
): Promise<CourseReport> {
  const exercises: ExerciseReport[] = [];
  for (const exercise of course.exercises) {
    const report = await checkExercise(exercise, sandbox);
    exercises.push(report);
    onExercise?.(report);
  }
  return { exercises, ok: exercises.every((report) => report.faults.length === 0) };
}

async function checkExercise(exercise: Exercise, sandbox: { readonly run: RunJob }): Promise<ExerciseReport> {
  // The author may read what hidden tests say.
  const tests = exercise.tests.map((test) => ({ ...test, visibility: "open" as const }));
  const grade = async (code: string) => judgeJob(tests, await sandbox.run(jobOf(exercise, code))).tests;
  const faults: string[] = [];
  for (const result of await grade(exercise.solution)) {
    if (result.status !== "passed") faults.push(`solution.py does not pass ${describe(result)}`);
  }
  const starter = await grade(exercise.starterCode);
  if (starter.every((result) => result.status === "passed"))
    faults.push("starter.py passes every test already");
  for (const wrong of exercise.wrongSolutions) faults.push(...missed(wrong, await grade(wrong.code)));
  return { slug: exercise.slug, tests: tests.length, wrongSolutions: exercise.wrongSolutions.length, faults };
}

function missed(wrong: WrongSolution, results: readonly TestResult[]): string[] {
  return wrong.fails
    .filter((name) => results.find((result) => result.name === name)?.status === "passed")
    .map((name) => `wrong/${wrong.name}.py passes "${name}", which it should fail`);
}

function describe(result: TestResult): string {
  return `"${result.name}": ${[result.status, result.message].filter(Boolean).join(", ")}`;
}
