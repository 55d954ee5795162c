import type { ExerciseTest, TestStep } from "./course.ts";

/** An open test as Python text, several steps one per line. */
export function openTestView(test: ExerciseTest): { name: string; input: string; expected: string } {
  return {
    name: test.name,
    input: test.steps.map(stepInput).join("\n"),
    expected: test.steps.flatMap(stepExpected).join("\n"),
  };
}

/** A step as a learner would type it. */
export function stepInput(step: TestStep): string {
  const typed = step.stdin?.length ? `  # typing ${step.stdin.map((line) => `"${line}"`).join(", ")}` : "";
  if (step.do === "run") return `# runs your program${typed && `, ${typed.slice(4)}`}`;
  const taken = step.take === undefined ? "" : `  # the first ${step.take}`;
  return `${step.as === undefined ? "" : `${step.as} = `}${step.code}${taken}${typed}`;
}

function stepExpected(step: TestStep): string[] {
  const lines: string[] = [];
  if (step.stdout !== undefined) lines.push(step.stdout.trimEnd());
  if (step.expect !== undefined) lines.push(step.expect);
  if (step.raises !== undefined) {
    lines.push(step.raisesMessage === undefined ? step.raises : `${step.raises}: ${step.raisesMessage}`);
  }
  return lines;
}
