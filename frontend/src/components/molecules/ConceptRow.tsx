import { useId } from "react";
import { describeStanding } from "../../lib/describe-standing.ts";
import { percent } from "../../lib/percent.ts";
import { Delta } from "../atoms/Delta.tsx";
import { Gauge } from "../atoms/Gauge.tsx";
import { Mark } from "../atoms/Mark.tsx";
import { Explanation, type ExplanationProps } from "./Explanation.tsx";

interface ConceptRowProps extends ExplanationProps {
  open: boolean;
  toggle: () => void;
  /** Set for the moment after a change. */
  change?: { readonly before?: number } | undefined;
}

/** One concept of the list: status, gauge, number; pressing it opens why. */
export function ConceptRow({ open, toggle, change, ...explanation }: ConceptRowProps) {
  const id = useId();
  const { concept } = explanation;
  const { name, score, low, high, status, evidence } = concept;
  const untried = evidence === "none";
  const number = untried ? status === "locked" ? "" : <span className="muted">?</span> : percent(score);
  // A locked concept that was tried all the same keeps its gauge.
  const shape = status === "locked" && !untried ? {} : { status };
  return (
    <li data-changed={change ? "" : undefined}>
      <button
        type="button"
        className="concept-row"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={toggle}
      >
        <span className="vh">
          {describeStanding(concept)}, {status}
        </span>
        <span className="contents" aria-hidden="true">
          <Mark name={status} />
          <span className="name">{name}</span>
          <Gauge
            name={name}
            score={score}
            low={low}
            high={high}
            {...shape}
            {...(change?.before === undefined ? {} : { before: change.before })}
          />
          <span className="num">{number}</span>
          <span className="tiny">
            {change?.before !== undefined && <Delta before={change.before} after={score} />}
          </span>
        </span>
      </button>
      {open && (
        <div id={id} className="because">
          <Explanation {...explanation} />
        </div>
      )}
    </li>
  );
}
