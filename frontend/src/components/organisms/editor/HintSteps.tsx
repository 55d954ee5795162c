"use client";

import { Lightbulb } from "lucide-react";
import { useState } from "react";
import { Button } from "../../atoms/Button.tsx";
import { Note } from "../../molecules/Note.tsx";
import { CourseText } from "./CourseText.tsx";

/** One more hint each time, from the gentlest on; those shown stay. */
export function HintSteps({ hints }: { hints: readonly string[] }) {
  const [shown, setShown] = useState(0);
  if (hints.length === 0) return null;
  return (
    <div className="hints">
      <div className="stack" aria-live="polite">
        {hints.slice(0, shown).map((hint, index) => (
          <Note key={index} tone="info" icon={Lightbulb}>
            <strong>
              Hint {index + 1} of {hints.length}
            </strong>
            <CourseText>{hint}</CourseText>
          </Note>
        ))}
      </div>
      {shown < hints.length && (
        <Button className="start" onClick={() => setShown(shown + 1)}>
          {shown === 0 ? "Show a hint" : "Next hint"}
        </Button>
      )}
    </div>
  );
}
