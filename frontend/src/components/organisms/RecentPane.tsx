"use client";

import { useSubmissions } from "../../lib/hooks/useSubmissions.ts";
import { Pane } from "../molecules/Pane.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { RowBones } from "../molecules/RowBones.tsx";
import { SubmissionItem } from "../molecules/SubmissionItem.tsx";
import type { LearnerPaneProps } from "./WherePane.tsx";

const shownMax = 6;

/** What was handed in lately; moves as events arrive. `LiveAnnouncer` says it for a screen reader. */
export function RecentPane({ studentId, learner }: LearnerPaneProps) {
  const { data, error, refetch, isFetching } = useSubmissions(studentId, { limit: shownMax });
  const own = learner === undefined;
  return (
    <Pane className="live" title={own ? "Live" : "Recent submissions"}>
      {data ? (
        data.submissions.length === 0 ? (
          <p className="small muted">
            {own
              ? "Nothing handed in yet. What you submit shows up here while it is graded."
              : "Nothing handed in yet."}
          </p>
        ) : (
          <ul className="feed">
            {data.submissions.slice(0, shownMax).map((submission) => (
              <SubmissionItem key={submission.submissionId} submission={submission} />
            ))}
          </ul>
        )
      ) : error ? (
        <PaneFault
          what={own ? "Your submissions" : "Their submissions"}
          error={error}
          retry={() => void refetch()}
          retrying={isFetching}
        />
      ) : (
        <RowBones label="Loading submissions" count={shownMax} height="3.5rem" />
      )}
    </Pane>
  );
}
