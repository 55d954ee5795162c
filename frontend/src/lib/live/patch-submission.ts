import type { EventData } from "@mastery/contracts/event-data";
import type { Submission, SubmissionPage, SubmissionSummary } from "@mastery/contracts/submission";

/** A submission's events in the order they come. */
export type SubmissionNews =
  | { readonly type: "submission.queued"; readonly at: string; readonly data: EventData<"submission.queued"> }
  | {
      readonly type: "submission.running";
      readonly at: string;
      readonly data: EventData<"submission.running">;
    }
  | {
      readonly type: "submission.graded";
      readonly at: string;
      readonly data: EventData<"submission.graded">;
    };

/** The list with what happened; a submission it does not have yet goes on top. A verdict is never taken back. */
export function patchSubmissionPage(page: SubmissionPage, news: SubmissionNews): SubmissionPage {
  const { submissionId, exercise, title } = news.data;
  const known = page.submissions.some((summary) => summary.submissionId === submissionId);
  const fresh: SubmissionSummary = {
    submissionId,
    exercise,
    title,
    status: "queued",
    submittedAt: news.at,
    mastery: [],
    passed: 0,
    total: 0,
  };
  const submissions = known ? page.submissions : [fresh, ...page.submissions];
  return {
    ...page,
    submissions: submissions.map((summary) =>
      summary.submissionId === submissionId ? patchSummary(summary, news) : summary,
    ),
  };
}

/** The open submission with what happened; its tests come with the next fetch. */
export function patchSubmission(submission: Submission, news: SubmissionNews): Submission {
  if (isGraded(submission.status)) return submission;
  if (news.type !== "submission.graded") {
    return { ...submission, status: news.type === "submission.running" ? "running" : submission.status };
  }
  const { status, mastery, durationMs } = news.data;
  return { ...submission, status, mastery, durationMs, gradedAt: news.at };
}

export function isGraded(status: SubmissionSummary["status"]): boolean {
  return status !== "queued" && status !== "running";
}

function patchSummary(summary: SubmissionSummary, news: SubmissionNews): SubmissionSummary {
  if (isGraded(summary.status)) return summary;
  switch (news.type) {
    case "submission.queued":
      return summary;
    case "submission.running":
      return { ...summary, status: "running", total: news.data.tests };
    case "submission.graded": {
      const { status, passed, total, mastery } = news.data;
      return { ...summary, status, passed, total, mastery, gradedAt: news.at };
    }
  }
}
