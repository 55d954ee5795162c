import type { TestStep } from "../course/course.ts";
import { equalPython } from "./equal-python.ts";
import { explainDifference } from "./explain-difference.ts";
import { explainError } from "./explain-error.ts";
import type { Raised, StepObservation } from "./job.ts";
import { parsePython } from "./parse-python.ts";
import { kindNames } from "./python-value.ts";

export type StepVerdict =
  | { readonly type: "passed" }
  | { readonly type: "failed"; readonly message: string; readonly line?: number }
  | { readonly type: "error"; readonly message: string; readonly line?: number };

const passed: StepVerdict = { type: "passed" };

/** Compares what one step showed with what it should show. */
export function judgeStep(step: TestStep, seen: StepObservation): StepVerdict {
  if (seen.type === "raised") return judgeRaised(step, seen.error);
  if (step.raises !== undefined) {
    return { type: "failed", message: `Expected ${step.raises}, but no error was raised.` };
  }
  if (step.stdout !== undefined && !samePrinted(step.stdout, seen.stdout)) {
    return { type: "failed", message: explainPrinted(step.stdout, seen) };
  }
  if (step.expect === undefined || seen.type === "done") return passed;
  return judgeValue(step.expect, seen);
}

function judgeRaised(step: TestStep, error: Raised): StepVerdict {
  const line = error.line === undefined ? {} : { line: error.line };
  if (step.raises === undefined || error.loading)
    return { type: "error", message: explainError(error), ...line };
  if (!error.ancestors.includes(step.raises)) {
    return { type: "failed", message: `Expected ${step.raises}, but got ${explainError(error)}`, ...line };
  }
  if (step.raisesMessage !== undefined && !error.message.includes(step.raisesMessage)) {
    const message = `${step.raises} is right, but its message should be "${step.raisesMessage}".`;
    return { type: "failed", message, ...line };
  }
  return passed;
}

type SeenValue = Extract<StepObservation, { type: "value" }>;

function judgeValue(expectText: string, seen: SeenValue): StepVerdict {
  const expected = parsePython(expectText);
  if (!expected) {
    const same = expectText.trim() === seen.repr.trim();
    return same ? passed : { type: "failed", message: "The result is not the expected one." };
  }
  const got = seen.opaque ? undefined : parsePython(seen.repr);
  if (!got) {
    return {
      type: "failed",
      message: `Expected ${kindNames[expected.type]}, got ${describeObject(seen.typeName)}.`,
    };
  }
  if (equalPython(expected, got)) return passed;
  if (
    got.type === "None" &&
    samePrinted(expected.type === "str" ? expected.value : expectText, seen.stdout)
  ) {
    return { type: "failed", message: "Your code prints the right answer but returns None. Use return." };
  }
  const forgotten = got.type === "None" ? " Is a return missing?" : "";
  return { type: "failed", message: explainDifference(expected, got) + forgotten };
}

function describeObject(typeName: string): string {
  const builtin = kindNames[typeName as keyof typeof kindNames]; // any text may be asked for; most find nothing
  if (builtin) return `${builtin} with something else inside`;
  const spaced = typeName.replaceAll("_", " ");
  return `${/^[aeiou]/i.test(spaced) ? "an" : "a"} ${spaced}`;
}

function samePrinted(expected: string, got: string): boolean {
  return normalise(expected).join("\n") === normalise(got).join("\n");
}

/** Lines without white space at their ends and without empty lines at the end. */
function normalise(text: string): string[] {
  return text
    .trimEnd()
    .split(/\r?\n/)
    .map((line) => line.trimEnd());
}

function explainPrinted(expectedText: string, seen: StepObservation): string {
  const [expected, got] = [normalise(expectedText), normalise(seen.stdout)];
  if (seen.stdout.trim() === "") {
    const returned = seen.type === "value" && seen.repr !== "None" ? " It returns a value; use print." : "";
    return `Nothing was printed.${returned}`;
  }
  const index = expected.findIndex((line, at) => line !== got[at]);
  if (index < 0) return `Line ${expected.length + 1} of what was printed is one too many.`;
  if (index >= got.length) return `A line is missing: line ${index + 1} of what should be printed.`;
  const caseOnly = expected[index]?.toLowerCase() === got[index]?.toLowerCase();
  return `Line ${index + 1} of what was printed differs${caseOnly ? ", only in upper and lower case" : ""}.`;
}
