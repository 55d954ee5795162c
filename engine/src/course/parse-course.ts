import type { Course, Exercise } from "./course.ts";
import { CourseFile } from "./course-files.ts";
import { conceptFaults } from "./concept-faults.ts";
import type { CourseFault } from "./fault.ts";
import { parseExercise } from "./parse-exercise.ts";
import { repeated } from "./parse-tests.ts";
import { parseYaml } from "./parse-yaml.ts";

export type CourseResult =
  | { readonly type: "course"; readonly course: Course }
  | { readonly type: "faults"; readonly faults: readonly CourseFault[] };

/** Reads a course from its files' texts, by path relative to the course folder. */
export function parseCourse(files: ReadonlyMap<string, string>): CourseResult {
  const faults: CourseFault[] = [];
  const about = parseYaml("course.yaml", files.get("course.yaml"), CourseFile, faults);
  const exercises = exerciseFolders(files).flatMap((folder) => parseExercise(folder, files, faults) ?? []);
  const complain = (message: string) => faults.push({ file: "course.yaml", message });
  for (const slug of repeated(exercises.map((exercise) => exercise.slug))) {
    complain(`two exercises are called ${slug}`);
  }
  if (!about) return { type: "faults", faults };
  for (const message of conceptFaults(about.concepts)) complain(message);
  const order = about.concepts.map((concept) => concept.id);
  for (const exercise of exercises) {
    for (const id of exercise.concepts) {
      if (!order.includes(id)) {
        faults.push({ file: `${exercise.slug}/exercise.yaml`, message: `there is no concept ${id}` });
      }
    }
  }
  if (exercises.length === 0) complain("the course has no exercise");
  if (faults.length > 0) return { type: "faults", faults };
  return { type: "course", course: { ...about, exercises: inOrder(exercises, order) } };
}

function exerciseFolders(files: ReadonlyMap<string, string>): string[] {
  const folders = [...files.keys()].flatMap((file) => /^[^/]+\/[^/]+(?=\/)/.exec(file) ?? []);
  return [...new Set(folders)].sort();
}

function inOrder(exercises: readonly Exercise[], concepts: readonly string[]): Exercise[] {
  const rank = (exercise: Exercise) => concepts.indexOf(exercise.concepts[0] ?? "");
  return exercises.toSorted(
    (a, b) => rank(a) - rank(b) || a.difficulty - b.difficulty || (a.slug < b.slug ? -1 : 1),
  );
}
