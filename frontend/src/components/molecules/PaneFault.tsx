import { TriangleAlert } from "lucide-react";
import { ApiError, failureText } from "../../lib/api-failure.ts";
import { Button } from "../atoms/Button.tsx";
import { Note } from "./Note.tsx";

interface PaneFaultProps {
  /** What is missing now, as the start of a sentence: "Your suggestions". */
  what: string;
  error: Error;
  retry: () => void;
  /** While a new try is under way. */
  retrying: boolean;
}

/** One pane could not be loaded; the rest of the page lives on. */
export function PaneFault({ what, error, retry, retrying }: PaneFaultProps) {
  const failure = error instanceof ApiError ? error.failure : undefined;
  const reference = failure?.type === "problem" ? failure.reference : undefined;
  return (
    <div className="stack">
      <Note tone="bad" icon={TriangleAlert} announce="politely">
        <strong>{what} could not be loaded.</strong> {failure && failureText(failure)}
        {reference && (
          <span className="tiny muted block">
            Reference <span className="mono">{reference}</span>
          </span>
        )}
      </Note>
      <div className="row">
        <Button onClick={retry} disabled={retrying}>
          {retrying ? "Trying" : "Try again"}
        </Button>
      </div>
    </div>
  );
}
