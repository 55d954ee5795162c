import type { Id } from "@mastery/contracts/id";
import type { AccessClaims } from "@mastery/contracts/session";
import type { Course } from "../course/course.ts";
import { coursesTaughtBy } from "../stores/classes.ts";
import { coursesOfStudent } from "../stores/enrolments.ts";
import type { EngineDeps } from "./deps.ts";
import { EngineError } from "./engine-error.ts";

type Needs = Pick<EngineDeps, "db" | "courses">;

/** The course that the caller asked for, or their active one; a course that is not theirs does not exist for them. */
export async function courseOfCaller(
  deps: Needs,
  caller: AccessClaims,
  requested: string | undefined,
): Promise<Course> {
  return choose(deps, await coursesOpenTo(deps, caller), requested);
}

/** The course of a learner whose data somebody may read, by name or the learner's active one. */
export async function courseOfLearner(
  deps: Needs,
  studentId: Id,
  requested: string | undefined,
): Promise<Course> {
  return choose(deps, await coursesOfStudent(deps.db, studentId), requested);
}

async function coursesOpenTo(deps: Needs, caller: AccessClaims): Promise<string[]> {
  if (caller.role === "admin") return [...deps.courses.keys()];
  if (caller.role === "teacher") return coursesTaughtBy(deps.db, caller.sub);
  return caller.studentId === undefined ? [] : coursesOfStudent(deps.db, caller.studentId);
}

function choose({ courses }: Needs, open: readonly string[], requested: string | undefined): Course {
  const slug = requested === undefined ? open.find((known) => courses.has(known)) : requested;
  const course = slug !== undefined && open.includes(slug) ? courses.get(slug) : undefined;
  if (course) return course;
  throw new EngineError(
    "not_found",
    requested === undefined ? "There is no course yet; join a class first." : "There is no such course.",
  );
}
