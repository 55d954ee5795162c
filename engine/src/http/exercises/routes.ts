import { endpoints } from "@mastery/contracts/endpoints";
import type { ExerciseDetail } from "@mastery/contracts/exercise";
import type { AccessClaims } from "@mastery/contracts/session";
import type { FastifyInstance } from "fastify";
import type { Course, Exercise } from "../../course/course.ts";
import { openTestView } from "../../course/open-test-view.ts";
import { selectExerciseProgress, selectLastSubmission } from "../../stores/exercise-progress.ts";
import { courseOfCaller } from "../course-of.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { route } from "../route.ts";
import { summariseExercise, type CallersProgress } from "./summarise-exercise.ts";

export function registerExerciseRoutes(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.exercises, async ({ query, caller, now }) => {
    const course = await courseOfCaller(deps, caller, query.course);
    const progress = await progressOf(deps, caller, course, now);
    return {
      course: {
        slug: course.slug,
        title: course.title,
        concepts: course.concepts.map(({ id, name, summary, prerequisites }) => ({
          concept: id,
          name,
          summary,
          prerequisites: [...prerequisites],
        })),
      },
      exercises: course.exercises.map((exercise) => summariseExercise(course, exercise, progress)),
    };
  });

  route(app, deps, endpoints.exercise, async ({ params, query, caller, now }) => {
    const course = await courseOfCaller(deps, caller, query.course);
    const exercise = course.exercises.find(({ slug }) => slug === params.slug);
    if (!exercise) throw new EngineError("not_found", "There is no such exercise.");
    const progress = await progressOf(deps, caller, course, now);
    return {
      ...summariseExercise(course, exercise, progress),
      ...content(course, exercise),
      python: deps.python,
      ...(await ownTries(deps, caller, course, exercise, now)),
    };
  });
}

async function progressOf(
  deps: EngineDeps,
  { studentId }: AccessClaims,
  course: Course,
  now: Date,
): Promise<CallersProgress> {
  if (studentId === undefined) return { statuses: new Map(), lockedConcepts: new Set() };
  const [statuses, lockedConcepts] = await Promise.all([
    selectExerciseProgress(deps.db, studentId, course.slug),
    deps.standing.lockedConcepts(studentId, course, now),
  ]);
  return { statuses, lockedConcepts };
}

/** What anybody who may open the exercise sees of it: of hidden tests their number only. */
function content(course: Course, exercise: Exercise) {
  const open = exercise.tests.filter((test) => test.visibility === "open");
  return {
    course: course.slug,
    instructions: exercise.instructions,
    starterCode: exercise.starterCode,
    fileName: exercise.fileName,
    openTests: open.map(openTestView),
    hiddenTests: exercise.tests.length - open.length,
    hints: [...exercise.hints],
  };
}

async function ownTries(
  deps: EngineDeps,
  { studentId }: AccessClaims,
  course: Course,
  exercise: Exercise,
  now: Date,
): Promise<Pick<ExerciseDetail, "last" | "pSuccess">> {
  if (studentId === undefined) return {};
  const where = { studentId, course: course.slug, exercise: exercise.slug };
  const last = await selectLastSubmission(deps.db, where);
  const pSuccess = await deps.standing.pSuccess(studentId, course, exercise.slug, now);
  return {
    ...(last && {
      last: { submissionId: last.id, code: last.code, submittedAt: last.submittedAt.toISOString() },
    }),
    ...(pSuccess !== undefined && { pSuccess }),
  };
}
