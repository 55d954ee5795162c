import { parsePython } from "../grading/parse-python.ts";
import type { Expectation, ExerciseTest, TestStep } from "./course.ts";
import { TestsFile } from "./course-files.ts";
import type { CourseFault } from "./fault.ts";
import { parseYaml } from "./parse-yaml.ts";

/** Reads a tests.yaml and checks what a shape alone cannot say. */
export function parseTests(file: string, text: string | undefined, faults: CourseFault[]): ExerciseTest[] {
  const parsed = parseYaml(file, text, TestsFile, faults);
  if (!parsed) return [];
  const tests = parsed.map((test) => ({ ...test, steps: test.steps.map(stepOf) }));
  const complain = (message: string) => faults.push({ file, message });
  for (const name of repeated(tests.map((test) => test.name))) complain(`two tests are called "${name}"`);
  if (tests.every(isHidden)) complain("has no open test");
  if (!tests.some(isHidden)) complain("has no hidden test");
  if (tests.some((test, index) => !isHidden(test) && tests.slice(0, index).some(isHidden))) {
    // What a hidden test asked could be remembered, and printed in an open one that comes later.
    complain("has an open test after a hidden one");
  }
  for (const test of tests) for (const message of faultsOf(test)) complain(`"${test.name}": ${message}`);
  return tests;
}

function stepOf(step: TestsFile[number]["steps"][number]): TestStep {
  const { call, construct, method, read, run, ...rest } = step;
  // zod leaves absent fields out, so what is here is defined.
  const common = rest as Expectation & { as?: string; take?: number; stdin?: string[] };
  if (run) return { do: "run", ...common };
  if (call !== undefined) return { do: "call", code: call, ...common };
  if (construct !== undefined) return { do: "construct", code: construct, ...common };
  if (method !== undefined) return { do: "method", code: method, ...common };
  return { do: "read", code: read ?? "", ...common };
}

function isHidden({ visibility }: ExerciseTest): boolean {
  return visibility === "hidden";
}

function faultsOf(test: ExerciseTest): string[] {
  const found: string[] = [];
  if (!test.steps.some((step) => (step.expect ?? step.raises ?? step.stdout) !== undefined)) {
    found.push("expects nothing");
  }
  const bound = new Set<string>();
  for (const step of test.steps) {
    if (step.expect !== undefined && looksBroken(step.expect))
      found.push(`${step.expect} is no Python literal`);
    if (step.do === "run") continue;
    if (!step.code.includes("(") && (step.do === "call" || step.do === "method")) {
      found.push(`${step.code} is no ${step.do}`);
    }
    if (step.do === "method" && !bound.has(/^\w+/.exec(step.code)?.[0] ?? "")) {
      found.push(`${step.code} uses a name that no step before it binds`);
    }
    if (step.as !== undefined) bound.add(step.as);
  }
  return found;
}

/** A `repr` of an object is compared as text; something that starts like a literal was meant to be one. */
function looksBroken(expected: string): boolean {
  return /^\s*["'[({\d-]/.test(expected) && parsePython(expected) === undefined;
}

export function repeated(names: readonly string[]): string[] {
  return [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
}
