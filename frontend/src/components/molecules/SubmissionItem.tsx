"use client";

import type { SubmissionSummary } from "@mastery/contracts/submission";
import Link from "next/link";
import { describeSubmission } from "../../lib/describe-submission.ts";
import { useProgress } from "../../lib/hooks/useProgress.ts";
import { Ago } from "../atoms/Ago.tsx";
import { Mark } from "../atoms/Mark.tsx";

/** One submission of a feed, moving while it is graded. */
export function SubmissionItem({ submission }: { submission: SubmissionSummary }) {
  const { submissionId, exercise, title, status, submittedAt, gradedAt } = submission;
  const progress = useProgress(status === "running" ? submissionId : undefined);
  const done = progress?.tests.filter((test) => test !== undefined).length;
  return (
    <li>
      <Mark name={status} label={status} />
      <Link href={`/editor/${exercise}`} prefetch={false}>
        {title}
      </Link>
      <Ago at={gradedAt ?? submittedAt} />
      <span className="muted num">{describeSubmission(submission, done)}</span>
    </li>
  );
}
