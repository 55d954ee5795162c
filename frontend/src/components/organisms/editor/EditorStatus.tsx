"use client";

import type { Cursor } from "../../../lib/editor/code-surface.ts";
import { Kbd } from "../../atoms/Kbd.tsx";
import { StatusItems } from "../../molecules/StatusItems.tsx";

interface EditorStatusProps {
  savedAt: number | undefined;
  full: boolean;
  python: string;
  cursor: Cursor;
}

export function EditorStatus({ savedAt, full, python, cursor }: EditorStatusProps) {
  return (
    <StatusItems>
      <span>{full ? "Draft not saved" : savedText(savedAt)}</span>
      {python !== "" && <span>Python {python}</span>}
      <span>
        Tab indents. <Kbd>Esc</Kbd> then <Kbd>Tab</Kbd> leaves the code
      </span>
      <span className="num">
        Ln {cursor.line}, Col {cursor.column}
      </span>
    </StatusItems>
  );
}

function savedText(savedAt: number | undefined): string {
  if (savedAt === undefined) return "Draft saves as you type";
  const at = new Date(savedAt).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  return `Draft saved ${at}`;
}
