import type { Course } from "../course/course.ts";
import type { CourseOutline } from "../mastery/course-scale.ts";

/** A course as the model sees it. */
export function courseOutline(course: Course): CourseOutline {
  return {
    concepts: course.concepts.map(({ id, name, prerequisites }) => ({ concept: id, name, prerequisites })),
    exercises: course.exercises.map(({ slug, concepts, difficulty }) => ({ slug, concepts, difficulty })),
  };
}
