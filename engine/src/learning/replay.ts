import type { LearnerState } from "../mastery/learner-state.ts";
import { currentModel } from "../mastery/model-version.ts";
import { replay } from "../mastery/observe.ts";
import { selectAttempts } from "../stores/attempts.ts";
import type { Database } from "../stores/database.ts";

/**
 * The state that a learner's kept attempts lead to. It equals the live state, but for the running sitting: that also
 * remembers submissions that did not count.
 */
export async function replayLearner(db: Database, studentId: string, course: string): Promise<LearnerState> {
  return replay(currentModel, await selectAttempts(db, studentId, course));
}
