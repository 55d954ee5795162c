import type { Submission, SubmissionStatus, TestResult } from "@mastery/contracts/submission";
import type { FailingLine } from "./failing-line.ts";
import type { Progress } from "../live/patch-progress.ts";

/** One mark of the row of tests: `now` is running, `waiting` has not begun or was not run. */
export type Tick = "pass" | "fail" | "now" | "waiting";

/** A test as the list shows it; while a submission runs only its name and status are known. */
export type ShownTest = Pick<TestResult, "name" | "visibility" | "status" | "durationMs"> &
  Partial<Pick<TestResult, "input" | "expected" | "got" | "message" | "line">>;

export interface ResultsView {
  readonly status: SubmissionStatus;
  readonly headline: string;
  /** A second line; empty when the headline says it all. */
  readonly detail: string;
  readonly ticks: readonly Tick[];
  readonly tests: readonly ShownTest[];
  readonly passed: number;
  readonly total: number;
}

type Graded = Pick<Submission, "status" | "tests" | "python">;

/** What a submission's results say, from queued to the verdict. `totalExpected`: how many tests the exercise has. */
export function viewResults(
  submission: Graded,
  progress: Progress | undefined,
  totalExpected: number,
): ResultsView {
  const graded = submission.tests.length > 0;
  const finished = progress?.tests.filter((test) => test !== undefined) ?? [];
  const status = shownStatus(submission, progress, finished.length);
  const tests: readonly ShownTest[] = graded ? submission.tests : finished;
  const total = (graded ? submission.tests.length : progress?.total) ?? totalExpected;
  const passed = tests.filter((test) => test.status === "passed").length;
  const places = graded ? submission.tests : (progress?.tests ?? []);
  const next = status === "running" ? places.findIndex((test) => test === undefined) : -1;
  const current = status === "running" ? (next === -1 ? places.length : next) : -1;
  const ticks = Array.from({ length: total }, (_unused, index): Tick => {
    if (index === current) return "now";
    const known = places[index]?.status;
    if (known === undefined || known === "skipped") return "waiting";
    return known === "passed" ? "pass" : "fail";
  });
  return {
    status,
    ...wordsFor(status, tests, passed, total, current),
    ticks,
    tests,
    passed,
    total,
  };
}

/** An event may bring the verdict before the tests are fetched (`python` is still empty): a moment longer "running". */
function shownStatus({ status, tests, python }: Graded, progress: Progress | undefined, finished: number) {
  const known = tests.length > 0 || python !== "" || finished === progress?.total;
  return known || status === "queued" ? status : "running";
}

function wordsFor(
  status: SubmissionStatus,
  tests: readonly ShownTest[],
  passed: number,
  total: number,
  current: number,
): Pick<ResultsView, "headline" | "detail"> {
  switch (status) {
    case "queued":
      return { headline: "Queued", detail: "You can keep writing." };
    case "running":
      return { headline: `Running test ${Math.min(current + 1, total)} of ${total}`, detail: "" };
    case "passed":
      return { headline: total === 1 ? "The test passes" : `All ${total} tests pass`, detail: "" };
    case "failed":
      return {
        headline: `Not yet: ${passed} of ${total} ${total === 1 ? "test" : "tests"} pass`,
        detail: "",
      };
    case "error": {
      const said = tests.find((test) => test.status === "error")?.message;
      return { headline: "Stopped by an error", detail: said ?? "" };
    }
    case "timeout": {
      const slow = tests.find((test) => test.status === "timeout");
      const what = slow ? `${slow.name} did not end.` : "A test did not end.";
      return { headline: "Stopped: it took too long", detail: `${what} Is there a loop that never stops?` };
    }
  }
}

/** The test a learner wants to see first: the first that failed and may be shown, else the first that failed. */
export function firstToShow(tests: readonly ShownTest[]): number {
  const failed = (test: ShownTest) => test.status !== "passed" && test.status !== "skipped";
  const open = tests.findIndex((test) => failed(test) && test.visibility === "open");
  return open === -1 ? tests.findIndex(failed) : open;
}

/** "5 of 6" and the like, for the list of earlier submissions. */
export function summaryText(status: SubmissionStatus, passed: number, total: number): string {
  switch (status) {
    case "queued":
      return "queued";
    case "running":
      return "running";
    case "passed":
    case "failed":
      return `${passed} of ${total}`;
    case "error":
      return "stopped by an error";
    case "timeout":
      return "took too long";
  }
}

/** Where the editor marks what a test found; undefined when it named no line. */
export function failingLineOf(test: ShownTest | undefined): FailingLine | undefined {
  if (test?.line === undefined || test.status === "passed") return undefined;
  const said = test.message ?? "";
  // An error says its line itself, and is the same for every test.
  const message = test.status === "error" ? said.replace(/^Line \d+: /, "") : `${test.name}: ${said}`;
  return { line: test.line, message };
}
