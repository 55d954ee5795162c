import { readFileSync } from "node:fs";
import { join } from "node:path";

/** A function with a loop and a dictionary, and eight tests: of middling size for the course. */
const slug = "count-words";
const folder = join(import.meta.dirname, "../courses/python/dictionaries", slug);

export interface TypicalExercise {
  readonly slug: string;
  readonly solution: string;
}

export function typicalExercise(): TypicalExercise {
  return { slug, solution: readFileSync(join(folder, "solution.py"), "utf8") };
}
