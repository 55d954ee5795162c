"use client";

import type { ShownTest } from "../../../lib/editor/results-view.ts";
import { Mark } from "../../atoms/Mark.tsx";

interface TestListProps {
  tests: readonly ShownTest[];
  /** Position of the test whose detail is shown; -1 for none. */
  chosen: number;
  choose: (index: number) => void;
}

export function TestList({ tests, chosen, choose }: TestListProps) {
  return (
    <ul className="tests test-list" aria-label="Tests">
      {tests.map((test, index) => (
        <li key={`${index} ${test.name}`} aria-current={index === chosen ? "true" : undefined}>
          <button type="button" onClick={() => choose(index)}>
            <Mark name={test.status} label={test.status} />
            <span>
              {test.name}
              {test.visibility === "hidden" && <span className="muted"> hidden</span>}
            </span>
            <span className="num">{durationText(test)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

/** Nothing for a test that was not run to its end. */
function durationText({ status, durationMs }: ShownTest): string {
  if (status === "skipped" || status === "timeout") return "";
  return durationMs < 1 ? "< 1 ms" : `${Math.round(durationMs)} ms`;
}
