"use client";

import type { MasterySnapshot } from "@mastery/contracts/mastery";
import type { Submission } from "@mastery/contracts/submission";
import type { ResultsView } from "../../../lib/editor/results-view.ts";
import { MasteryChanges } from "./MasteryChanges.tsx";
import { RunClock } from "./RunClock.tsx";
import { Scrollable } from "./Scrollable.tsx";
import { TestDetail } from "./TestDetail.tsx";
import { TestList } from "./TestList.tsx";
import { VerdictLine } from "./VerdictLine.tsx";

interface ResultsPaneProps {
  submission: Submission;
  view: ResultsView;
  chosen: number;
  choose: (index: number) => void;
  goToLine: (line: number) => void;
  snapshot: MasterySnapshot | undefined;
  reason: string | undefined;
}

export function ResultsPane(props: ResultsPaneProps) {
  const { submission, view, chosen, choose, goToLine, snapshot, reason } = props;
  const test = view.tests[chosen];
  const running = submission.status === "queued" || submission.status === "running";
  return (
    <>
      <div className="stack results">
        <VerdictLine view={view} took={running ? undefined : tookText(submission)} />
        {running && <RunClock since={submission.submittedAt} />}
        {view.tests.length > 0 && (
          <div className="split">
            <TestList tests={view.tests} chosen={chosen} choose={choose} />
            <div className="stack">
              {test && !running && <TestDetail test={test} said={view.detail} goToLine={goToLine} />}
              {submission.stdout !== "" && <Printed text={submission.stdout} />}
            </div>
          </div>
        )}
      </div>
      <MasteryChanges changes={submission.mastery} snapshot={snapshot} reason={reason} />
    </>
  );
}

function Printed({ text }: { text: string }) {
  const lines = text.trimEnd().split("\n").length;
  return (
    <details>
      <summary>
        Show output ({lines} {lines === 1 ? "line" : "lines"})
      </summary>
      <Scrollable as="pre" className="printed" aria-label="What the program printed">
        {text}
      </Scrollable>
    </details>
  );
}

function tookText({ submittedAt, gradedAt }: Submission): string | undefined {
  if (gradedAt === undefined) return undefined;
  const seconds = (Date.parse(gradedAt) - Date.parse(submittedAt)) / 1000;
  return `graded in ${Math.max(0.1, seconds).toFixed(1)} s`;
}
