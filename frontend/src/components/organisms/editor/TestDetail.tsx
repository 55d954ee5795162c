"use client";

import type { ShownTest } from "../../../lib/editor/results-view.ts";
import { Button } from "../../atoms/Button.tsx";
import { Sentence } from "./Sentence.tsx";
import { ValueDiff } from "./ValueDiff.tsx";

interface TestDetailProps {
  test: ShownTest;
  /** What the verdict says already and this need not repeat. */
  said: string;
  goToLine: (line: number) => void;
}

/** One test's input, what was expected and what came; of a hidden test only what may be said. */
export function TestDetail({ test, said, goToLine }: TestDetailProps) {
  const { input, expected, got, message, line } = test;
  const differs = test.status === "failed" && expected !== undefined && got !== undefined;
  const told = message === said || test.status === "timeout";
  return (
    <div className="stack test-detail">
      {input !== undefined && (
        <p className="small">
          <span className="muted">Input</span> <code>{input}</code>
        </p>
      )}
      {message && !told && (
        <p className="small">
          <Sentence text={message} />
        </p>
      )}
      {differs && <ValueDiff expected={expected} got={got} />}
      {!differs && expected !== undefined && (
        <p className="small">
          <span className="muted">{test.status === "passed" ? "Gives" : "Expected"}</span>{" "}
          <code>{expected}</code>
        </p>
      )}
      {test.visibility === "hidden" && (
        <p className="small muted">A hidden test: it says whether it passes, not what it tries.</p>
      )}
      {line !== undefined && (
        <div className="row">
          <Button kind="quiet" className="go-to-line" onClick={() => goToLine(line)}>
            Go to line {line}
          </Button>
        </div>
      )}
    </div>
  );
}
