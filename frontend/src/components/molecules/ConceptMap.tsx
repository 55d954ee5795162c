import type { ConceptSummary } from "@mastery/contracts/exercise";
import type { ConceptMastery } from "@mastery/contracts/mastery";
import type { CSSProperties } from "react";
import { layOutMap, type MapLayout } from "../../lib/concept-map/lay-out-map.ts";
import { describeStanding } from "../../lib/describe-standing.ts";
import { Mark } from "../atoms/Mark.tsx";

type Variables = CSSProperties & Record<`--${string}`, number>;

interface ConceptMapProps {
  outline: readonly ConceptSummary[];
  concepts: readonly ConceptMastery[];
  /** The concept whose explanation stands open. */
  chosen: string | undefined;
  choose: (concept: string) => void;
  /** Id of the element that explains the chosen one. */
  explainedBy: string;
  changed: (concept: string) => boolean;
}

/** Concepts as buttons over a drawing of what builds on what; one drawing for wide screens, one for narrow. */
export function ConceptMap({ outline, concepts, chosen, choose, explainedBy, changed }: ConceptMapProps) {
  const { wide, narrow } = layOutMap(outline);
  const locked = new Set(concepts.filter(({ status }) => status === "locked").map(({ concept }) => concept));
  const size: Variables = { "--columns": wide.columns, "--rows": wide.rows, "--narrow-rows": narrow.rows };
  return (
    <div className="map-frame">
      <div className="map" style={size}>
        <Edges className="wide" layout={wide} chosen={chosen} locked={locked} />
        <Edges className="narrow" layout={narrow} chosen={chosen} locked={locked} />
        {concepts.map((concept) => (
          <button
            key={concept.concept}
            type="button"
            className={`node ${concept.status}`}
            style={placeOf(concept.concept, wide, narrow)}
            aria-expanded={concept.concept === chosen}
            aria-controls={explainedBy}
            data-changed={changed(concept.concept) ? "" : undefined}
            onClick={() => choose(concept.concept)}
          >
            <Mark name={concept.status} />
            <span aria-hidden="true">{concept.name}</span>
            <span className="vh">
              {describeStanding(concept)}, {concept.status}
            </span>
          </button>
        ))}
      </div>
    </div>
  );
}

function placeOf(concept: string, wide: MapLayout, narrow: MapLayout): Variables {
  const at = wide.points.get(concept);
  const on = narrow.points.get(concept);
  return { "--x": at?.x ?? 0, "--y": at?.y ?? 0, "--px": on?.x ?? 0, "--py": on?.y ?? 0 };
}

interface EdgesProps {
  className: string;
  layout: MapLayout;
  chosen: string | undefined;
  locked: ReadonlySet<string>;
}

function Edges({ className, layout, chosen, locked }: EdgesProps) {
  return (
    <svg className={className} viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">
      {layout.edges.map(({ from, to, path }) => (
        <path
          key={`${from} ${to}`}
          d={path}
          className={to === chosen ? "on" : locked.has(to) ? "shut" : undefined}
        />
      ))}
    </svg>
  );
}
