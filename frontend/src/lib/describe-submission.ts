import type { MasteryChange, SubmissionSummary } from "@mastery/contracts/submission";
import { percent } from "./percent.ts";

/** One line for a feed: what came out, and what that changed. */
export function describeSubmission(
  { status, passed, total, mastery }: SubmissionSummary,
  testsDone = 0,
): string {
  switch (status) {
    case "queued":
      return "waiting to be graded";
    case "running":
      return total === 0 ? "running" : `running test ${Math.min(testsDone + 1, total)} of ${total}`;
    case "passed":
      return `passed, ${passed} of ${total}. ${describeChange(mastery)}`;
    case "failed":
      return `${passed} of ${total} tests. ${describeChange(mastery)}`;
    case "error":
      return `stopped by an error. ${describeChange(mastery)}`;
    case "timeout":
      return `ran out of time. ${describeChange(mastery)}`;
  }
}

/** The largest change in whole numbers, which is what people see elsewhere. */
function describeChange(changes: readonly MasteryChange[]): string {
  const moved = changes.filter(({ before, after }) => percent(before) !== percent(after));
  const [first] = moved.toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before));
  return first ? `${first.name} ${percent(first.before)} to ${percent(first.after)}` : "No change";
}
