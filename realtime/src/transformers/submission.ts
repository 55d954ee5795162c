import { transformer } from "./transformer.ts";

export const submissionQueued = transformer({
  type: "submission.queued",
  on: ["learner"],
  priority: () => "normal",
});

export const submissionRunning = transformer({
  type: "submission.running",
  on: ["learner"],
  priority: () => "normal",
});

/** A verdict is what a learner waits for. */
export const submissionGraded = transformer({
  type: "submission.graded",
  on: ["learner"],
  priority: () => "high",
});

export const submissionProgress = transformer({
  type: "submission.progress",
  on: ["learner"],
  priority: () => "normal",
});
