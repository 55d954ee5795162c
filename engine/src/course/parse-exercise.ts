import { Slug } from "@mastery/contracts/id";
import type { Exercise } from "./course.ts";
import { ExerciseFile } from "./course-files.ts";
import type { CourseFault } from "./fault.ts";
import { parseTests } from "./parse-tests.ts";
import { parseWrongSolution } from "./parse-wrong-solution.ts";
import { parseYaml } from "./parse-yaml.ts";

const wrongSolutionsMin = 2;

/** Reads one exercise folder, `<concept>/<slug>`, out of the course's files. */
export function parseExercise(
  folder: string,
  files: ReadonlyMap<string, string>,
  faults: CourseFault[],
): Exercise | undefined {
  const [concept = "", slug = ""] = folder.split("/");
  if (!Slug.safeParse(slug).success)
    faults.push({ file: folder, message: "must be lower-case words with hyphens" });
  const about = parseYaml(
    `${folder}/exercise.yaml`,
    files.get(`${folder}/exercise.yaml`),
    ExerciseFile,
    faults,
  );
  const tests = parseTests(`${folder}/tests.yaml`, files.get(`${folder}/tests.yaml`), faults);
  const instructions = textOf(folder, "instructions.md", files, faults);
  const starterCode = textOf(folder, "starter.py", files, faults);
  const solution = textOf(folder, "solution.py", files, faults);
  const names = new Set(tests.map((test) => test.name));
  const wrongSolutions = [...files]
    .filter(([file]) => file.startsWith(`${folder}/wrong/`) && file.endsWith(".py"))
    .flatMap(([file, code]) => parseWrongSolution(file, code, names, faults) ?? []);
  if (wrongSolutions.length < wrongSolutionsMin) {
    faults.push({ file: `${folder}/wrong`, message: `needs at least ${wrongSolutionsMin} wrong solutions` });
  }
  if (!about) return undefined;
  if (!about.concepts.includes(concept)) {
    faults.push({
      file: `${folder}/exercise.yaml`,
      message: `concepts must include the folder's: ${concept}`,
    });
  }
  const fileName = `${slug.replaceAll("-", "_")}.py`;
  return { slug, ...about, instructions, starterCode, solution, fileName, tests, wrongSolutions };
}

function textOf(
  folder: string,
  name: string,
  files: ReadonlyMap<string, string>,
  faults: CourseFault[],
): string {
  const text = files.get(`${folder}/${name}`);
  if (text === undefined || text.trim() === "") {
    faults.push({ file: `${folder}/${name}`, message: text === undefined ? "is missing" : "is empty" });
  }
  return text ?? "";
}
