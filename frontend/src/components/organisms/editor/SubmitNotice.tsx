"use client";

import { Lock, TriangleAlert, WifiOff } from "lucide-react";
import { Button } from "../../atoms/Button.tsx";
import { Note } from "../../molecules/Note.tsx";

interface SubmitNoticeProps {
  waiting: boolean;
  /** The server has not answered so far. */
  retrying: boolean;
  refusal: string | undefined;
  /** Somebody pressed Submit although nothing can be sent just now. */
  readOnly: boolean;
  again: () => void;
}

/** Why a submission has not gone, and that nothing is lost by it. */
export function SubmitNotice({ waiting, retrying, refusal, readOnly, again }: SubmitNoticeProps) {
  if (waiting) {
    return (
      <Note tone="warn" icon={WifiOff} announce="politely">
        <strong>You are offline.</strong> Your submission waits here and is sent once, when you are back. Your
        draft is safe.
      </Note>
    );
  }
  if (readOnly) {
    return (
      <Note tone="warn" icon={Lock} announce="politely">
        <strong>Not sent: please sign in again.</strong> Your draft is safe in this browser.
      </Note>
    );
  }
  if (retrying) {
    return (
      <Note tone="warn" icon={WifiOff} announce="politely">
        <strong>The server is not answering.</strong> We try again for a moment. Your draft is safe.
      </Note>
    );
  }
  if (refusal === undefined) return null;
  return (
    <Note tone="bad" icon={TriangleAlert} announce="now" action={<Button onClick={again}>Try again</Button>}>
      <strong>Not submitted.</strong> {refusal} Your draft is safe.
    </Note>
  );
}
