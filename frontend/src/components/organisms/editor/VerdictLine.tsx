import type { ResultsView, Tick } from "../../../lib/editor/results-view.ts";
import { Mark } from "../../atoms/Mark.tsx";
import { Sentence } from "./Sentence.tsx";

const tickClass: Record<Tick, string> = { pass: "p", fail: "x", now: "now", waiting: "" };
const tickWord: Record<Tick, string> = { pass: "pass", fail: "fail", now: "running", waiting: "not run" };

/** The verdict in words, and every test as a mark. */
export function VerdictLine({ view, took }: { view: ResultsView; took: string | undefined }) {
  const said = `Tests 1 to ${view.total}: ${view.ticks.map((tick) => tickWord[tick]).join(", ")}`;
  return (
    <div className="verdict">
      <Mark name={view.status} />
      <h2 id="verdict">
        <strong>{view.headline}</strong>
      </h2>
      <span className="ticks" role="img" aria-label={said}>
        {view.ticks.map((tick, index) => (
          <i key={index} className={tickClass[tick]} />
        ))}
      </span>
      {took && <span className="muted num push">{took}</span>}
      {view.detail && (
        <p className="muted verdict-detail">
          <Sentence text={view.detail} />
        </p>
      )}
    </div>
  );
}
