"use client";

import { useRef, type KeyboardEvent, type PointerEvent } from "react";
import { clampShare, shareAfterKey, shareMax, shareMin } from "../../../lib/editor/pane-shares.ts";

interface SplitterProps {
  label: string;
  /** `vertical` stands between left and right, `horizontal` between above and below. */
  orientation: "vertical" | "horizontal";
  /** The share it sets: of the pane at the left, or of the one below. */
  share: number;
  controls: string;
  resize: (share: number) => void;
  /** Back to the design's own division. */
  reset: () => void;
}

const keys = {
  vertical: { grow: "ArrowRight", shrink: "ArrowLeft" },
  horizontal: { grow: "ArrowUp", shrink: "ArrowDown" },
};

export function Splitter({ label, orientation, share, controls, resize, reset }: SplitterProps) {
  const dragging = useRef(false);
  const drag = (event: PointerEvent<HTMLDivElement>) => {
    const area = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!dragging.current || !area) return;
    const next =
      orientation === "vertical"
        ? (event.clientX - area.left) / area.width
        : (area.bottom - event.clientY) / area.height;
    resize(clampShare(next));
  };
  const press = (event: KeyboardEvent) => {
    const next = event.key === "Enter" ? undefined : shareAfterKey(share, event.key, keys[orientation]);
    if (event.key === "Enter") reset();
    else if (next !== undefined) resize(next);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className={`splitter ${orientation}`}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={orientation}
      aria-controls={controls}
      aria-valuemin={shareMin * 100}
      aria-valuemax={shareMax * 100}
      aria-valuenow={Math.round(share * 100)}
      onKeyDown={press}
      onDoubleClick={reset}
      onPointerDown={(event) => {
        dragging.current = true;
        event.currentTarget.setPointerCapture(event.pointerId);
      }}
      onPointerMove={drag}
      onPointerUp={() => (dragging.current = false)}
      onPointerCancel={() => (dragging.current = false)}
    />
  );
}
