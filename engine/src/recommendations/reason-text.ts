import type { ReasonKind, ScoredCandidate } from "./score-candidate.ts";

const listFormat = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** One sentence for the learner: why this exercise now. */
export function reasonText(kind: ReasonKind, { pSuccess, about }: ScoredCandidate): string {
  switch (kind) {
    case "right-level":
      return `About the right level: you would pass it ${timesInTen(pSuccess)} in 10`;
    case "forgetting":
      return `${listFormat.format(about.forgetting)} may slip this week; one exercise keeps it fresh`;
    case "unblocks":
      return `Opens the way to ${listFormat.format(about.unblocks)}`;
    case "uncertain":
      return about.uncertain.length > 0
        ? `Shows us where you stand in ${listFormat.format(about.uncertain)}`
        : "Shows us better where you stand";
    case "exploration":
      return "Something different, picked by chance";
  }
}

/** Never "0 times" or "10 times": a forecast is no promise. */
function timesInTen(p: number): string {
  const times = Math.min(9, Math.max(1, Math.round(p * 10)));
  return times === 1 ? "once" : `${times} times`;
}
