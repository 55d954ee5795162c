import type { SubmissionSummary } from "@mastery/contracts/submission";
import { describe, expect, it } from "vitest";
import { describeSubmission } from "./describe-submission.ts";

const summary: SubmissionSummary = {
  submissionId: "s1",
  exercise: "count-words",
  title: "Count words",
  status: "failed",
  submittedAt: "2026-03-01T10:00:00.000Z",
  mastery: [
    { concept: "strings", name: "Strings", before: 0.84, after: 0.83 },
    { concept: "dicts", name: "Dicts", before: 0.5, after: 0.48 },
  ],
  passed: 5,
  total: 6,
};

describe("a submission in one line", () => {
  it("says how many tests pass and what changed most", () => {
    expect(describeSubmission(summary)).toBe("5 of 6 tests. Dicts 50 to 48");
    expect(describeSubmission({ ...summary, status: "passed", passed: 6 })).toBe(
      "passed, 6 of 6. Dicts 50 to 48",
    );
  });

  it("counts a change that nobody could see as none", () => {
    const mastery = [{ concept: "dicts", name: "Dicts", before: 0.501, after: 0.499 }];
    expect(describeSubmission({ ...summary, status: "timeout", mastery })).toBe("ran out of time. No change");
  });

  it("counts tests from one while they run, and never past the last", () => {
    const running: SubmissionSummary = { ...summary, status: "running", mastery: [] };
    expect(describeSubmission(running, 0)).toBe("running test 1 of 6");
    expect(describeSubmission(running, 6)).toBe("running test 6 of 6");
    expect(describeSubmission({ ...running, total: 0 })).toBe("running");
  });
});
