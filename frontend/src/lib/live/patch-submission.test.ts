import type { SubmissionPage } from "@mastery/contracts/submission";
import { describe, expect, it } from "vitest";
import { patchSubmissionPage, type SubmissionNews } from "./patch-submission.ts";
import { patchProgress } from "./patch-progress.ts";

const at = "2026-01-05T10:00:00.000Z";
const of = { submissionId: "x1", course: "python", exercise: "two-sum", title: "Two sum" };
const queued: SubmissionNews = { type: "submission.queued", at, data: of };
const running: SubmissionNews = { type: "submission.running", at, data: { ...of, tests: 6 } };
const graded: SubmissionNews = {
  type: "submission.graded",
  at,
  data: { ...of, status: "failed", passed: 5, total: 6, durationMs: 80, mastery: [] },
};
const empty: SubmissionPage = { submissions: [] };

describe("a list of submissions", () => {
  it("follows a submission from queued to its verdict, in one place", () => {
    const page = [queued, running, graded].reduce(patchSubmissionPage, empty);
    expect(page.submissions).toHaveLength(1);
    expect(page.submissions[0]).toMatchObject({ status: "failed", passed: 5, total: 6, gradedAt: at });
  });

  it("puts a new one on top", () => {
    const other: SubmissionNews = { ...queued, data: { ...of, submissionId: "x2" } };
    const page = [queued, other].reduce(patchSubmissionPage, empty);
    expect(page.submissions.map(({ submissionId }) => submissionId)).toEqual(["x2", "x1"]);
  });

  it("never takes a verdict back", () => {
    const page = [graded, running, queued].reduce(patchSubmissionPage, empty);
    expect(page.submissions[0]?.status).toBe("failed");
  });
});

describe("the tests of a running submission", () => {
  it("stand in their places in whatever order they finish", () => {
    const test = { name: "t", visibility: "open" as const, status: "passed" as const, durationMs: 1 };
    const first = patchProgress(undefined, { submissionId: "x1", exercise: "e", index: 2, total: 3, test });
    const both = patchProgress(first, { submissionId: "x1", exercise: "e", index: 0, total: 3, test });
    expect(both.tests.map((one) => one?.status)).toEqual(["passed", undefined, "passed"]);
  });
});
