import type { Estimate } from "@mastery/contracts/mastery";
import { likely } from "../../lib/describe-standing.ts";
import { percent } from "../../lib/percent.ts";
import { Delta } from "../atoms/Delta.tsx";
import { OverallScale } from "./OverallScale.tsx";

interface OverallFigureProps {
  overall: Estimate;
  /** Set for the moment after a change. */
  change?: { readonly before?: number } | undefined;
}

/** The one number of the page, with its interval. */
export function OverallFigure({ overall, change }: OverallFigureProps) {
  return (
    <>
      <div className="overall" data-changed={change ? "" : undefined}>
        <span className="figure num">
          {percent(overall.score)}
          <small>%</small>
        </span>
        <span className="small num">
          {change?.before !== undefined && (
            <>
              <Delta before={change.before} after={overall.score} /> just now
              <br />
            </>
          )}
          <span className="muted">
            {likely(overall)}
            {overall.evidence === "low" && (
              <>
                <br />
                few attempts so far
              </>
            )}
          </span>
        </span>
      </div>
      <OverallScale overall={overall} before={change?.before} />
    </>
  );
}
