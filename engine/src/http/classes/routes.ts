import { mayReadClass } from "@mastery/access/may-act-for";
import type { ClassMember } from "@mastery/contracts/class";
import { endpoints } from "@mastery/contracts/endpoints";
import type { Estimate } from "@mastery/contracts/mastery";
import type { FastifyInstance } from "fastify";
import type { Course } from "../../course/course.ts";
import { selectClassHead, selectRoster, type RosterRow } from "../../stores/class-roster.ts";
import { selectClass, selectClasses } from "../../stores/classes.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { route } from "../route.ts";

export function registerClassRoutes(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.classes, async ({ caller, db }) => {
    const classes = await selectClasses(db, caller.role === "admin" ? undefined : caller.sub);
    return { classes: classes.map(({ id, ...rest }) => ({ classId: id, ...rest })) };
  });

  route(app, deps, endpoints.class, async ({ params: { classId }, caller, db, now }) => {
    // Somebody else's class answers like one that does not exist.
    const found = (await mayReadClass(caller, classId, deps.teaching)) && (await selectClass(db, classId));
    const course = found && deps.courses.get(found.course);
    if (!course) throw new EngineError("not_found", "There is no such class.");
    // The head first: the roster then holds at least every event up to it.
    const asOfEvent = await selectClassHead(db, classId);
    const roster = await selectRoster(db, classId, course.slug);
    const estimates = await deps.standing.overall(
      roster.map((row) => row.studentId),
      course,
      now,
    );
    const { name, inviteCode } = found;
    return {
      classId,
      name,
      course: course.slug,
      courseTitle: course.title,
      inviteCode,
      asOfEvent,
      members: roster.map((row) => memberView(row, course, estimates.get(row.studentId))),
    };
  });
}

function memberView(row: RosterRow, course: Course, overall: Estimate | undefined): ClassMember {
  const { studentId, displayName, demo, lastActiveAt, exercise, submittedAt, status } = row;
  if (!overall) throw new Error(`No estimate was made for learner ${studentId}`);
  return {
    studentId,
    displayName,
    overall,
    demo,
    ...(lastActiveAt && { lastActiveAt: lastActiveAt.toISOString() }),
    ...(exercise !== null &&
      submittedAt &&
      status && {
        last: { exercise, title: titleOf(course, exercise), status, at: submittedAt.toISOString() },
      }),
  };
}

/** An exercise may have left the course since it was handed in. */
function titleOf(course: Course, slug: string): string {
  return course.exercises.find((exercise) => exercise.slug === slug)?.title ?? slug;
}
