"use client";

import type { ReactNode } from "react";
import type { ResultsView } from "../../../lib/editor/results-view.ts";
import { useConnection } from "../../../lib/hooks/useConnection.ts";
import { Bone } from "../../atoms/Bone.tsx";
import { Scrollable } from "./Scrollable.tsx";

interface ResultsPlaceProps {
  attempted: boolean;
  view: ResultsView | undefined;
  children: ReactNode;
}

/** The pane for results, also before there are any. */
export function ResultsPlace({ attempted, view, children }: ResultsPlaceProps) {
  return (
    <Scrollable as="section" id="results" className="pane" aria-label="Results">
      <Spoken view={view} />
      {!attempted && (
        <div className="results empty">
          <h2>No results yet</h2>
          <p className="muted">Submit, and each test appears here as it finishes.</p>
        </div>
      )}
      {attempted && !view && (
        <div className="results stack" aria-busy="true">
          <span className="vh">Loading results</span>
          <Bone width="14rem" height="1.1rem" />
          <Bone width="11rem" />
          <Bone width="10rem" />
          <Bone width="12rem" />
        </div>
      )}
      {children}
    </Scrollable>
  );
}

/** For the ear. A verdict that comes by event is announced for every page at once; without events it is said here. */
function Spoken({ view }: { view: ResultsView | undefined }) {
  const { connection } = useConnection();
  const under = view?.status === "queued" || view?.status === "running";
  const said = !view ? "" : view.status === "running" ? `Running ${view.total} tests` : view.headline;
  return (
    <div className="vh" aria-live="polite">
      {under || connection.name !== "live" ? said : ""}
    </div>
  );
}
