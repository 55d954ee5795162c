"use client";

import { useRef, type KeyboardEvent } from "react";

export const paneNames = ["task", "code", "results"] as const;
export type PaneTab = (typeof paneNames)[number];

interface PaneTabsProps {
  chosen: PaneTab;
  choose: (pane: PaneTab) => void;
  /** Beside "Results", for example "5 of 6". */
  resultsText: string;
}

/** On a phone the panes are tabs; on a wider screen these are not shown. */
export function PaneTabs({ chosen, choose, resultsText }: PaneTabsProps) {
  const list = useRef<HTMLDivElement>(null);
  const labels: Record<PaneTab, string> = {
    task: "Task",
    code: "Code",
    results: resultsText === "" ? "Results" : `Results, ${resultsText}`,
  };
  const press = (event: KeyboardEvent) => {
    const move = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (move === undefined) return;
    const at = (paneNames.indexOf(chosen) + move + paneNames.length) % paneNames.length;
    const next = paneNames[at];
    if (!next) return;
    event.preventDefault();
    choose(next);
    list.current?.querySelectorAll("button")[at]?.focus();
  };
  return (
    <div ref={list} className="tabs" role="tablist" aria-label="Editor panes">
      {paneNames.map((pane) => (
        <button
          key={pane}
          type="button"
          role="tab"
          aria-selected={pane === chosen}
          aria-controls={pane}
          tabIndex={pane === chosen ? 0 : -1}
          onKeyDown={press}
          onClick={() => choose(pane)}
        >
          {labels[pane]}
        </button>
      ))}
    </div>
  );
}
