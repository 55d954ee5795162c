"use client";

import type { MasterySnapshot } from "@mastery/contracts/mastery";
import { useState } from "react";
import { useExplanations } from "../../lib/hooks/useExplanations.ts";
import { useMastery } from "../../lib/hooks/useMastery.ts";
import type { Changes } from "../../lib/live/changes.ts";
import { ConceptRow } from "../molecules/ConceptRow.tsx";
import { FirstDay } from "../molecules/FirstDay.tsx";
import { OverallFigure } from "../molecules/OverallFigure.tsx";
import { Pane } from "../molecules/Pane.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { PractisedDays } from "../molecules/PractisedDays.tsx";
import { StaleNote } from "../molecules/StaleNote.tsx";
import { WhereBones } from "../molecules/WhereBones.tsx";

export interface LearnerPaneProps {
  studentId: string | undefined;
  /** Who it is about, when somebody else reads it. */
  learner?: string | undefined;
}

/** Where a learner stands: overall, on how many days they practised, concept by concept. */
export function WherePane({ studentId, learner, changes }: LearnerPaneProps & { changes: Changes }) {
  const { data, error, refetch, isFetching } = useMastery(studentId);
  const retry = () => void refetch();
  return (
    <Pane
      className="where"
      title={learner === undefined ? "Where am I?" : "Where are they?"}
      aside={data && <PractisedDays days={data.practisedDays} streakDays={data.streakDays} />}
    >
      {data && error && <StaleNote since={data.calculatedAt} retry={retry} retrying={isFetching} />}
      {data ? (
        <Standing snapshot={data} changes={changes} own={learner === undefined} />
      ) : error ? (
        <PaneFault
          what={learner === undefined ? "Your mastery" : "Their mastery"}
          error={error}
          retry={retry}
          retrying={isFetching}
        />
      ) : (
        <WhereBones />
      )}
    </Pane>
  );
}

interface StandingProps {
  snapshot: MasterySnapshot;
  changes: Changes;
  own: boolean;
}

function Standing({ snapshot, changes, own }: StandingProps) {
  const [open, setOpen] = useState<string>();
  const explain = useExplanations(snapshot, own);
  const { overall, concepts } = snapshot;
  return (
    <>
      {overall.evidence === "none" ? (
        <FirstDay overall={overall} studentId={own ? snapshot.studentId : undefined} />
      ) : (
        <OverallFigure overall={overall} change={changes["overall"]} />
      )}
      <ul className="concepts">
        {concepts.map((concept) => (
          <ConceptRow
            key={concept.concept}
            {...explain(concept)}
            change={changes[concept.concept]}
            open={open === concept.concept}
            toggle={() => setOpen(open === concept.concept ? undefined : concept.concept)}
          />
        ))}
      </ul>
      <p className="tiny muted legend-text">
        The bracket is where {own ? "you" : "they"} likely are (80 %), the bar our best guess. A concept is
        mastered when the whole bracket is past the notch, proved by three exercises on two days. Hatched: not
        tried yet.
      </p>
    </>
  );
}
