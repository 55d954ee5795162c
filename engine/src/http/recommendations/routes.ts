import { endpoints } from "@mastery/contracts/endpoints";
import type { FastifyInstance } from "fastify";
import { recommendExercises } from "../../learning/recommend-exercises.ts";
import { selectExerciseProgress } from "../../stores/exercise-progress.ts";
import { answerRecommendation, countRecommendations } from "../../stores/recommendations.ts";
import { courseOfLearner } from "../course-of.ts";
import type { EngineDeps } from "../deps.ts";
import { EngineError } from "../engine-error.ts";
import { summariseExercise } from "../exercises/summarise-exercise.ts";
import { route } from "../route.ts";

export function registerRecommendationRoutes(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.recommendations, async ({ params: { studentId }, query, caller, db, now }) => {
    const course = await courseOfLearner(deps, studentId, query.course);
    const shown = caller.studentId === studentId;
    const chosen = await recommendExercises(db, { studentId, course, limit: query.limit, shown, now });
    const statuses = await selectExerciseProgress(db, studentId, course.slug);
    const items = chosen.flatMap(({ id, exercise: slug, pSuccess, reason }) => {
      const exercise = course.exercises.find((known) => known.slug === slug);
      if (!exercise) return [];
      const summary = summariseExercise(course, exercise, { statuses, lockedConcepts: new Set() });
      const { title, difficulty, status, concepts } = summary;
      return [{ id, exercise: slug, title, difficulty, status, concepts, pSuccess, reason }];
    });
    return { items, ...(await countRecommendations(db, studentId, course.slug)) };
  });

  const answers = [
    [endpoints.acceptRecommendation, "acceptedAt"],
    [endpoints.dismissRecommendation, "dismissedAt"],
  ] as const;
  for (const [endpoint, answer] of answers) {
    route(app, deps, endpoint, async ({ params, db, now }) => {
      if (await answerRecommendation(db, params, answer, now)) return;
      throw new EngineError("not_found", "There is no such recommendation.");
    });
  }
}
