import type { ConceptSummary } from "@mastery/contracts/exercise";
import type { ConceptMastery, Evidence } from "@mastery/contracts/mastery";
import { percent } from "./percent.ts";

/** A prerequisite opens what builds on it from this score on, once there is any evidence for it. */
const opensAt = 0.5;

const evidenceWords: Record<Evidence, string> = {
  none: "not tried yet",
  low: "few attempts so far",
  enough: "",
};

/** "Dicts 48 %, likely 34 to 62, few attempts so far": a number never stands without how sure it is. */
export function describeStanding({
  name,
  score,
  low,
  high,
  evidence,
}: Omit<ConceptMastery, "because">): string {
  if (evidence === "none") return `${name}, ${evidenceWords.none}`;
  const words = evidenceWords[evidence];
  return `${name} ${percent(score)} %, ${likely({ low, high })}${words === "" ? "" : `, ${words}`}`;
}

export function likely({ low, high }: { low: number; high: number }): string {
  return `likely ${percent(low)} to ${percent(high)}`;
}

/** What opens a locked concept; undefined when nothing is known to be missing. */
export function describeLock(
  { prerequisites }: Pick<ConceptSummary, "prerequisites">,
  concepts: readonly ConceptMastery[],
): string | undefined {
  const missing = concepts.filter(
    ({ concept, score, evidence }) =>
      prerequisites.includes(concept) && (evidence === "none" || score < opensAt),
  );
  if (missing.length === 0) return undefined;
  const names = new Intl.ListFormat("en-GB").format(missing.map(({ name }) => name));
  const reach = missing.length === 1 ? "reaches" : "reach";
  return `Opens when ${names} ${reach} ${percent(opensAt)}`;
}

/** The concept whose explanation is worth showing first: what slips, else what is weakest, else what is next. */
export function conceptInFocus(concepts: readonly ConceptMastery[]): string | undefined {
  const weakest = (status: ConceptMastery["status"]) =>
    concepts.filter((concept) => concept.status === status).toSorted((a, b) => a.score - b.score)[0];
  return (weakest("review") ?? weakest("learning") ?? weakest("ready"))?.concept;
}
