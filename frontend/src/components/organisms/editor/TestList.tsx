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
            <span className="num">{test.status === "skipped" ? "" : durationText(test.durationMs)}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function durationText(durationMs: number): string {
  return durationMs < 1 ? "< 1 ms" : `${Math.round(durationMs)} ms`;
}
