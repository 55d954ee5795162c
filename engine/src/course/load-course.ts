import { readdir, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { type CourseResult, parseCourse } from "./parse-course.ts";

const readable = /\.(yaml|md|py)$/;

/** Reads a course folder. Throws only when the folder itself cannot be read. */
export async function loadCourse(folder: string): Promise<CourseResult> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = new Map<string, string>();
  for (const entry of entries) {
    if (!entry.isFile() || !readable.test(entry.name)) continue;
    const path = join(entry.parentPath, entry.name);
    files.set(relative(folder, path).split(sep).join("/"), await readFile(path, "utf8"));
  }
  return parseCourse(files);
}
