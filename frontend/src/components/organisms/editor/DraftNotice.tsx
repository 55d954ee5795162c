"use client";

import { GitCompare, HardDrive } from "lucide-react";
import type { Draft } from "../../../lib/editor/draft-store.ts";
import { Button } from "../../atoms/Button.tsx";
import { Note } from "../../molecules/Note.tsx";

interface DraftNoticeProps {
  other: Draft | undefined;
  full: boolean;
  keepMine: () => void;
  takeOther: () => void;
}

/** Two tabs, two texts: the learner decides, and nothing is overwritten before. */
export function DraftNotice({ other, full, keepMine, takeOther }: DraftNoticeProps) {
  if (other) {
    const at = new Date(other.savedAt).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
    const choice = (
      <div className="row">
        <Button onClick={keepMine}>Keep this one</Button>
        <Button onClick={takeOther}>Take the other</Button>
      </div>
    );
    return (
      <Note tone="warn" icon={GitCompare} announce="politely" action={choice}>
        <strong>Two versions of this draft.</strong> Another tab saved its own at {at}. Nothing has been
        overwritten.
      </Note>
    );
  }
  if (!full) return null;
  return (
    <Note tone="bad" icon={HardDrive} announce="now">
      <strong>This draft could not be saved.</strong> Your browser has no room left. Submit, or copy your
      code, before you close this page.
    </Note>
  );
}
