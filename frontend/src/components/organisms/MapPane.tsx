"use client";

import { useId, useState } from "react";
import { conceptInFocus } from "../../lib/describe-standing.ts";
import { useExercises } from "../../lib/hooks/useExercises.ts";
import { useExplanations } from "../../lib/hooks/useExplanations.ts";
import { useMastery } from "../../lib/hooks/useMastery.ts";
import type { Changes } from "../../lib/live/changes.ts";
import { ConceptMap } from "../molecules/ConceptMap.tsx";
import { Explanation } from "../molecules/Explanation.tsx";
import { Pane } from "../molecules/Pane.tsx";
import { PaneFault } from "../molecules/PaneFault.tsx";
import { StatusLegend } from "../molecules/StatusLegend.tsx";
import type { LearnerPaneProps } from "./WherePane.tsx";

/** The concepts of the course and what builds on what; each explains itself below. */
export function MapPane({ studentId, learner, changes }: LearnerPaneProps & { changes: Changes }) {
  const mastery = useMastery(studentId);
  const catalogue = useExercises();
  const explain = useExplanations(mastery.data, learner === undefined);
  const [chosen, setChosen] = useState<string>();
  const explainedBy = useId();
  const concepts = mastery.data?.concepts;
  const focus = chosen === undefined && concepts ? conceptInFocus(concepts) : undefined;
  // Once: what somebody reads must not turn into another concept because a number moved.
  if (focus !== undefined) setChosen(focus);
  const concept = concepts?.find((each) => each.concept === chosen);
  const failed = mastery.data ? catalogue : mastery;
  return (
    <Pane className="graph full" title="The map" aside={<StatusLegend />}>
      {concepts && catalogue.data ? (
        <>
          <ConceptMap
            outline={catalogue.data.course.concepts}
            concepts={concepts}
            chosen={chosen}
            choose={setChosen}
            explainedBy={explainedBy}
            changed={(id) => id in changes}
          />
          <div id={explainedBy} className="map-why" aria-live="polite">
            {concept && (
              <div className="because">
                <Explanation {...explain(concept)} />
              </div>
            )}
          </div>
        </>
      ) : failed.error ? (
        <PaneFault
          what="The map"
          error={failed.error}
          retry={() => void failed.refetch()}
          retrying={failed.isFetching}
        />
      ) : (
        <div className="map-bone" aria-busy="true">
          <span className="vh">Loading the map</span>
        </div>
      )}
    </Pane>
  );
}
