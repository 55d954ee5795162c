import type { MasterySnapshot } from "@mastery/contracts/mastery";
import { percent } from "../percent.ts";
import type { Changes } from "./changes.ts";

/**
 * The changes that somebody can see: one exercise moves every concept a little, but only a number that reads
 * differently now is worth a mark. What was never tried shows no number.
 */
export function visibleChanges(changes: Changes, snapshot: MasterySnapshot | undefined): Changes {
  if (!snapshot) return {};
  const shown = new Map(snapshot.concepts.map((concept) => [concept.concept, concept]));
  const visible = Object.entries(changes).filter(([subject, { before }]) => {
    const estimate = subject === "overall" ? snapshot.overall : shown.get(subject);
    if (!estimate || estimate.evidence === "none") return false;
    return before === undefined || percent(before) !== percent(estimate.score);
  });
  return Object.fromEntries(visible);
}
