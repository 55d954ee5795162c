import type { MasteryChange } from "@mastery/contracts/submission";
import type { Outcome } from "../mastery/attempt.ts";

/** One plain sentence for the learner: what they did, and what it did to the exercise's main concept. */
export function updateReason(
  submission: { readonly title: string; readonly outcome: Outcome },
  main: MasteryChange | undefined,
): string {
  const { title, outcome } = submission;
  const what = outcome === 1 ? `You solved “${title}”` : `“${title}” is not solved yet`;
  if (!main) return `${what}.`;
  const before = percent(main.before);
  const after = percent(main.after);
  if (before === after) return `${what}; ${main.name} stays at ${after}.`;
  return `${what}, so ${main.name} went from ${before} to ${after}.`;
}

/** The sign stays on the number's line. */
function percent(score: number): string {
  return `${String(Math.round(score * 100))}\u00a0%`;
}
