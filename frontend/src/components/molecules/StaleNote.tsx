import { CloudOff } from "lucide-react";
import { Button } from "../atoms/Button.tsx";
import { Note } from "./Note.tsx";

interface StaleNoteProps {
  /** When what is shown was true; an ISO time. */
  since: string;
  retry: () => void;
  retrying: boolean;
}

/** The old numbers stay, and say so. */
export function StaleNote({ since, retry, retrying }: StaleNoteProps) {
  const clock = new Date(since).toLocaleTimeString(undefined, { hour: "2-digit", minute: "2-digit" });
  return (
    <Note
      tone="warn"
      icon={CloudOff}
      announce="politely"
      action={
        <Button onClick={retry} disabled={retrying}>
          Try again
        </Button>
      }
    >
      <strong>From {clock}.</strong> The engine is not answering.
    </Note>
  );
}
