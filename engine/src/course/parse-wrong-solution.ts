import type { WrongSolution } from "./course.ts";
import type { CourseFault } from "./fault.ts";

const headerPattern = /^# fails: (?<tests>.+)\r?\n# ?(?<misconception>.+)/;

/** A wrong solution says in its first two lines which tests it must fail, and what its author believed. */
export function parseWrongSolution(
  file: string,
  code: string,
  testNames: ReadonlySet<string>,
  faults: CourseFault[],
): WrongSolution | undefined {
  const header = headerPattern.exec(code)?.groups;
  if (!header) {
    faults.push({
      file,
      message: 'must start with "# fails: <test name>; ..." and a line "# <misconception>"',
    });
    return undefined;
  }
  const fails = (header["tests"] ?? "")
    .split(";")
    .map((name) => name.trim())
    .filter(Boolean);
  for (const name of fails) {
    if (!testNames.has(name)) faults.push({ file, message: `there is no test "${name}"` });
  }
  const name = file.split("/").at(-1)?.replace(/\.py$/, "") ?? file;
  return { name, code, fails, misconception: (header["misconception"] ?? "").trim() };
}
