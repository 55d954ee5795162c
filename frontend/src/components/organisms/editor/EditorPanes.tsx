"use client";

import { useState, type CSSProperties, type ReactNode } from "react";
import {
  keepPaneShares,
  readPaneShares,
  type PaneName,
  type PaneShares,
} from "../../../lib/editor/pane-shares.ts";
import { PaneTabs, type PaneTab } from "./PaneTabs.tsx";
import { Splitter } from "./Splitter.tsx";

interface EditorPanesProps {
  chosen: PaneTab;
  choose: (pane: PaneTab) => void;
  resultsText: string;
  task: ReactNode;
  code: ReactNode;
  results: ReactNode;
}

/** The design's own division, said to a screen reader before anything was dragged. */
const shareDefault: Record<PaneName, number> = { task: 0.28, results: 0.44 };

/** Three panes side by side that resize and remember; tabs on a phone. */
export function EditorPanes(props: EditorPanesProps) {
  const [shares, setShares] = useState(() => readPaneShares(localStorage));
  const resize = (name: PaneName, share: number | undefined) => {
    const { [name]: _before, ...others } = shares;
    const next = share === undefined ? others : { ...others, [name]: share };
    setShares(next);
    keepPaneShares(localStorage, next);
  };
  return (
    <div className="ide" data-tab={props.chosen} style={shareStyle(shares)}>
      <PaneTabs chosen={props.chosen} choose={props.choose} resultsText={props.resultsText} />
      {props.task}
      <Splitter
        label="Width of the task"
        orientation="vertical"
        controls="task"
        share={shares.task ?? shareDefault.task}
        resize={(share) => resize("task", share)}
        reset={() => resize("task", undefined)}
      />
      <div className="work">
        {props.code}
        <Splitter
          label="Height of the results"
          orientation="horizontal"
          controls="results"
          share={shares.results ?? shareDefault.results}
          resize={(share) => resize("results", share)}
          reset={() => resize("results", undefined)}
        />
        {props.results}
      </div>
    </div>
  );
}

function shareStyle({ task, results }: PaneShares): CSSProperties & Record<`--${string}`, string> {
  return {
    ...(task === undefined ? {} : { "--task-width": `${task * 100}%` }),
    ...(results === undefined ? {} : { "--results-height": `${results * 100}%` }),
  };
}
