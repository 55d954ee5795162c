"use client";

import { TriangleAlert } from "lucide-react";
import { Button } from "../components/atoms/Button.tsx";
import { Note } from "../components/molecules/Note.tsx";

interface Props {
  error: Error & { digest?: string };
  reset: () => void;
}

/** One page broke; the frame around it lives on. */
export default function ErrorPage({ error, reset }: Props) {
  return (
    <section className="pane grow">
      <h1>This page stopped working</h1>
      <Note
        tone="bad"
        icon={TriangleAlert}
        announce="now"
        action={<Button onClick={reset}>Try again</Button>}
      >
        <strong>Something went wrong on our side.</strong> Your drafts are safe.
        {error.digest && (
          <span className="tiny muted block">
            Reference <span className="mono">{error.digest}</span>
          </span>
        )}
      </Note>
    </section>
  );
}
