import { endpoints } from "@mastery/contracts/endpoints";
import type { FastifyInstance } from "fastify";
import { createSnapshotReader } from "../../learning/read-snapshot.ts";
import { courseOfLearner } from "../course-of.ts";
import type { EngineDeps } from "../deps.ts";
import { route } from "../route.ts";

export function registerMasteryRoutes(app: FastifyInstance, deps: EngineDeps): void {
  const readSnapshot = createSnapshotReader(deps.db);

  route(app, deps, endpoints.mastery, async ({ params: { studentId }, query, now }) => {
    const course = await courseOfLearner(deps, studentId, query.course);
    return readSnapshot(studentId, course, now);
  });
}
