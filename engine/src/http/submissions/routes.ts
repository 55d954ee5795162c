import { mayActForLearner } from "@mastery/access/may-act-for";
import { endpoints } from "@mastery/contracts/endpoints";
import type { AccessClaims } from "@mastery/contracts/session";
import type { FastifyInstance } from "fastify";
import { submit } from "../../learning/submit.ts";
import { selectSubmission, selectSubmissions } from "../../stores/submissions.ts";
import { courseOfCaller, courseOfLearner } from "../course-of.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { route } from "../route.ts";
import { readCursor, writeCursor } from "./cursor.ts";
import { submissionSummary, submissionView } from "./submission-view.ts";
import { traceparentOf } from "./traceparent.ts";

export function registerSubmissionRoutes(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.submit, async ({ body, query, caller, db, request, correlationId, now }) => {
    // By the transaction: asking for a second connection while holding one locks up when many hand in at once.
    const course = await courseOfCaller({ ...deps, db }, caller, query.course);
    const exercise = course.exercises.find(({ slug }) => slug === body.exercise);
    if (!exercise) throw new EngineError("not_found", "There is no such exercise.");
    const submissionId = await submit(db, {
      studentId: learnerOf(caller),
      course: course.slug,
      exercise,
      code: body.code,
      correlationId,
      traceparent: traceparentOf(request.headers.traceparent),
      now,
    });
    return { submissionId, status: "queued" as const };
  });

  route(app, deps, endpoints.submission, async ({ params, caller, db }) => {
    const row = await selectSubmission(db, params.submissionId);
    // Somebody else's submission answers like one that does not exist.
    if (!row || !(await mayActForLearner(caller, row.studentId, deps.teaching))) {
      throw new EngineError("not_found", "There is no such submission.");
    }
    return submissionView(row, deps.courses);
  });

  route(app, deps, endpoints.submissions, async ({ query, caller, db }) => {
    const studentId = query.studentId ?? learnerOf(caller);
    if (!(await mayActForLearner(caller, studentId, deps.teaching))) {
      throw new EngineError("forbidden", "These are another learner's data.");
    }
    const course = await courseOfLearner(deps, studentId, query.course);
    const before = query.cursor === undefined ? undefined : readCursor(query.cursor);
    if (query.cursor !== undefined && !before) throw invalid("query.cursor", "is not from an earlier answer");
    const { exercise, limit } = query;
    // One more than asked for tells whether there is a next page.
    const of = { studentId, course: course.slug, exercise, before, limit: limit + 1 };
    const rows = await selectSubmissions(db, of);
    const page = rows.slice(0, limit);
    const last = page.at(-1);
    return {
      submissions: page.map((row) => submissionSummary(row, deps.courses)),
      ...(rows.length > limit && last ? { nextCursor: writeCursor(last) } : {}),
    };
  });
}

function learnerOf({ studentId }: AccessClaims): string {
  if (studentId === undefined) throw invalid("query.studentId", "say whose submissions");
  return studentId;
}

function invalid(path: string, message: string): EngineError {
  return new EngineError("invalid", "Some values are not valid; see errors.", {
    errors: [{ path, message }],
  });
}
