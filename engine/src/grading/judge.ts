import type { TestResult, Verdict } from "@mastery/contracts/submission";
import type { ExerciseTest, TestStep } from "../course/course.ts";
import { openTestView, stepInput } from "../course/open-test-view.ts";
import { explainInvalidCode } from "./explain-error.ts";
import type { JobEnd, JobOutcome, StepObservation, TestObservation } from "./job.ts";
import { judgeStep, type StepVerdict } from "./judge-step.ts";

const stdoutCharsMax = 16_000;
/** What is shown of the results of one test; compared is all of it. */
const gotCharsMax = 8_000;

/** The results of a whole job, in the tests' order, and the verdict over all of them. */
export function judgeJob(
  tests: readonly ExerciseTest[],
  outcome: JobOutcome,
): { status: Verdict; tests: TestResult[]; stdout: string } {
  const results = tests.map((test, index) => {
    const observation = outcome.tests[index];
    return observation ? judge(test, observation) : judgeUnfinished(test, outcome, index);
  });
  return { status: verdictOf(results), tests: results, stdout: printedByOpenTests(tests, outcome) };
}

/** The result of one finished test. Of a hidden one it tells name and status, nothing of what happened inside. */
export function judge(test: ExerciseTest, observation: TestObservation): TestResult {
  const verdicts = observation.steps.map((seen, index): StepVerdict => {
    const step = test.steps[index];
    return step ? judgeStep(step, seen) : { type: "passed" };
  });
  const bad = verdicts.findIndex((verdict) => verdict.type !== "passed");
  const verdict = verdicts[bad] ?? { type: "passed" };
  const result = { ...baseOf(test, observation.durationMs), status: verdict.type };
  if (test.visibility === "hidden") return { ...result, message: hiddenMessages[verdict.type] };
  const open = { ...result, ...shown(test), got: gotText(test.steps, observation.steps), message: "" };
  if (verdict.type === "passed") return open;
  const step = test.steps[bad];
  const prefix = test.steps.length > 1 && step && step.do !== "run" ? `\`${stepInput(step)}\`: ` : "";
  const line = verdict.line === undefined ? {} : { line: verdict.line };
  return { ...open, message: prefix + verdict.message, ...line };
}

/** Passed when all passed; else what became of the first test that did not. */
export function verdictOf(results: readonly TestResult[]): Verdict {
  for (const { status } of results) {
    if (status !== "passed") return status === "skipped" ? "error" : status;
  }
  return "passed";
}

const hiddenMessages: Record<StepVerdict["type"], string> = {
  passed: "",
  failed: "A hidden test did not get the right result. Try other inputs: empty, large or unusual ones.",
  error: "Your code stopped with an error in a hidden test. Try other inputs: empty, large or unusual ones.",
};

function judgeUnfinished(test: ExerciseTest, outcome: JobOutcome, index: number): TestResult {
  const shownParts = test.visibility === "open" ? shown(test) : {};
  const base = { ...baseOf(test, 0), ...shownParts };
  if (outcome.end.type === "invalid-code") {
    const { line } = outcome.end.error;
    const message = explainInvalidCode(outcome.end.error);
    return { ...base, status: "error", message, ...(line === undefined ? {} : { line }) };
  }
  if (index > outcome.tests.length) {
    return {
      ...base,
      status: "skipped",
      message: "Not run, because the test before it stopped the program.",
    };
  }
  const status = outcome.end.type === "timeout" ? "timeout" : "error";
  return { ...base, status, message: explainEnd(outcome.end) };
}

function explainEnd(end: JobEnd): string {
  switch (end.type) {
    case "timeout":
      return "Your code took too long and was stopped. Is there a loop that never ends?";
    case "killed":
      return end.signal === "SIGKILL"
        ? "Your code was stopped because it used too much memory. Does something grow without end?"
        : "Your code crashed the Python interpreter.";
    case "output-limit":
      return "Your code printed far more than a test may. Is there a loop that never ends?";
    case "ended-early":
    case "finished":
    case "invalid-code":
      return "Your code ended the program before the test was over.";
  }
}

function baseOf(
  test: ExerciseTest,
  durationMs: number,
): Pick<TestResult, "name" | "visibility" | "durationMs"> {
  return { name: test.name, visibility: test.visibility, durationMs };
}

function shown(test: ExerciseTest): { input: string; expected: string } {
  const { input, expected } = openTestView(test);
  return { input, expected };
}

/** What was seen of each step that expects something, in the form in which the expected is shown. */
function gotText(steps: readonly TestStep[], seen: readonly StepObservation[]): string {
  const lines: string[] = [];
  seen.forEach((observation, index) => {
    const step = steps[index];
    if (!step) return;
    const expectsNothing = step.expect === undefined && step.raises === undefined;
    if (step.stdout !== undefined) lines.push(observation.stdout.trimEnd());
    if (observation.type === "raised") {
      lines.push([observation.error.type, observation.error.message].filter(Boolean).join(": "));
    } else if (!expectsNothing && observation.type === "value") lines.push(observation.repr);
    else if (step.raises !== undefined) lines.push("no error");
  });
  const text = lines.join("\n");
  return text.length > gotCharsMax ? `${text.slice(0, gotCharsMax)}...` : text;
}

function printedByOpenTests(tests: readonly ExerciseTest[], outcome: JobOutcome): string {
  const parts = outcome.tests.map((observation, index) =>
    tests[index]?.visibility === "open" ? observation.steps.map((step) => step.stdout).join("") : "",
  );
  return parts.join("").slice(0, stdoutCharsMax);
}
