import type { ConceptStatus } from "@mastery/contracts/exercise";
import { Mark } from "../atoms/Mark.tsx";

const statuses: readonly ConceptStatus[] = ["mastered", "learning", "review", "ready", "locked"];

/** The glyph of every status beside its word. */
export function StatusLegend() {
  return (
    <span className="legend">
      {statuses.map((status) => (
        <span key={status}>
          <Mark name={status} />
          {status}
        </span>
      ))}
    </span>
  );
}
