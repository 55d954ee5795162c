import type { Outcome } from "./attempt.ts";
import type { LearnerState } from "./learner-state.ts";

/** So long without any submission ends a sitting. */
export const sittingGapMs = 30 * 60_000;

/**
 * Whether a submission counts as an attempt. Within one sitting an exercise counts at most one failure and one pass:
 * ten failing tries are one failure, and a pass always shows. Call it for every submission, in order, counted or not;
 * then observe the counted ones.
 */
export function countAttempt(
  state: LearnerState,
  submission: { readonly exercise: string; readonly at: number; readonly outcome: Outcome },
): { counts: boolean; state: LearnerState } {
  const { exercise, at, outcome } = submission;
  const { lastSubmissionAt, failed, passed } = state.sitting;
  const goesOn = lastSubmissionAt !== null && at - lastSubmissionAt < sittingGapMs;
  const sitting = goesOn ? { failed, passed } : { failed: [], passed: [] };
  const kind = outcome === 1 ? "passed" : "failed";
  const counts = !sitting[kind].includes(exercise);
  return {
    counts,
    state: {
      ...state,
      sitting: {
        ...sitting,
        ...(counts ? { [kind]: [...sitting[kind], exercise] } : {}),
        lastSubmissionAt: Math.max(at, lastSubmissionAt ?? at),
      },
    },
  };
}
