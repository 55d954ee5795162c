import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const coursesDir = join(import.meta.dirname, "../../courses");

export interface ExerciseFiles {
  readonly solution: string;
  /** A typical wrong solution, by its author's word failing at least one test. */
  readonly wrong: string;
}

/** What the author of an exercise wrote beside it; `wrongName` chooses among the wrong solutions. */
export function exerciseFiles(slug: string, wrongName?: string): ExerciseFiles {
  const folder = readdirSync(coursesDir, { recursive: true, withFileTypes: true }).find(
    (entry) => entry.isDirectory() && entry.name === slug,
  );
  if (!folder) throw new Error(`No exercise ${slug} below ${coursesDir}`);
  const path = join(folder.parentPath, slug);
  const wrong = wrongName ?? readdirSync(join(path, "wrong")).sort()[0];
  if (wrong === undefined) throw new Error(`No wrong solution in ${path}`);
  return {
    solution: readFileSync(join(path, "solution.py"), "utf8"),
    wrong: readFileSync(join(path, "wrong", wrong), "utf8"),
  };
}
