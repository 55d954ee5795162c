import type { Course } from "@mastery/engine/course/course";
import { loadCourse } from "@mastery/engine/course/load-course";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { StartFault } from "./start-fault.ts";

const faultsShown = 20;

/** Every course below the folder, by slug. Throws a StartFault that lists what is wrong, by file. */
export async function loadCourses(coursesDir: string): Promise<ReadonlyMap<string, Course>> {
  const courses = new Map<string, Course>();
  const faults: string[] = [];
  for (const folder of await courseFolders(coursesDir)) {
    const loaded = await loadCourse(folder);
    if (loaded.type === "course") courses.set(loaded.course.slug, loaded.course);
    else faults.push(...loaded.faults.map((fault) => `  ${join(folder, fault.file)}: ${fault.message}`));
  }
  if (faults.length > 0) {
    const more = faults.length > faultsShown ? [`  and ${faults.length - faultsShown} more`] : [];
    const lines = [...faults.slice(0, faultsShown), ...more];
    throw new StartFault("course_faulty", `Some courses cannot be used:\n${lines.join("\n")}`);
  }
  if (courses.size === 0) {
    throw new StartFault(
      "course_faulty",
      `No course was found in ${coursesDir}. Each course is a folder with a course.yaml.`,
    );
  }
  return courses;
}

async function courseFolders(coursesDir: string): Promise<string[]> {
  try {
    const entries = await readdir(coursesDir, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => join(coursesDir, entry.name));
  } catch (error) {
    throw new StartFault("course_faulty", `The courses folder ${coursesDir} cannot be read.`, {
      cause: error,
    });
  }
}
