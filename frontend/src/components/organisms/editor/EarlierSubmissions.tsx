"use client";

import type { SubmissionSummary } from "@mastery/contracts/submission";
import { RotateCcw } from "lucide-react";
import { summaryText } from "../../../lib/editor/results-view.ts";
import { useNow } from "../../../lib/hooks/useNow.ts";
import { Button } from "../../atoms/Button.tsx";
import { Icon } from "../../atoms/Icon.tsx";
import { Mark } from "../../atoms/Mark.tsx";

interface EarlierSubmissionsProps {
  submissions: readonly SubmissionSummary[];
  shownId: string | undefined;
  /** False while what is shown stands in the editor already. */
  canRestore: boolean;
  show: (submissionId: string) => void;
  restore: () => void;
}

const dayTickMs = 60_000;

/** Each with its verdict; pressing one shows its results, Restore brings its code back. */
export function EarlierSubmissions(props: EarlierSubmissionsProps) {
  const { submissions, shownId, canRestore, show, restore } = props;
  const now = useNow(dayTickMs);
  const today = now === undefined ? undefined : new Date(now).toDateString();
  if (submissions.length === 0) return null;
  return (
    <details open>
      <summary>Earlier submissions</summary>
      <ul className="tests earlier">
        {submissions.map(({ submissionId, status, passed, total, submittedAt }) => (
          <li key={submissionId} aria-current={submissionId === shownId ? "true" : undefined}>
            <button type="button" onClick={() => show(submissionId)}>
              <Mark name={status} label={status} />
              <span>
                {summaryText(status, passed, total)}
                {submissionId === shownId && ", this one"}
              </span>
              <time className="num" dateTime={submittedAt}>
                {momentText(new Date(submittedAt), today)}
              </time>
            </button>
          </li>
        ))}
      </ul>
      {shownId !== undefined && (
        <div className="row restore">
          <Button kind="quiet" disabled={!canRestore} onClick={restore}>
            <Icon of={RotateCcw} />
            {canRestore ? "Restore this code" : "This code is in the editor"}
          </Button>
        </div>
      )}
    </details>
  );
}

/** The time today, the day before that. */
function momentText(at: Date, today: string | undefined): string {
  return today === undefined || at.toDateString() === today
    ? at.toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" })
    : at.toLocaleDateString(undefined, { day: "numeric", month: "short" });
}
