import type { LearnerEvent } from "@mastery/contracts/learner-event";

/** What has just changed: `overall`, a concept's id, or a learner's id in a class, with the score before where known. */
export type Changes = Readonly<Record<string, { readonly before?: number }>>;

/** How long a changed number stays marked. */
export const changedForMs = 4_000;

export function changesOf(event: LearnerEvent): Changes {
  switch (event.type) {
    case "mastery.updated": {
      const { overall, concepts } = event.data;
      const changed = Object.fromEntries(concepts.map(({ concept, before }) => [concept, { before }]));
      return { ...changed, overall: { before: overall.before } };
    }
    case "class.activity":
      return { [event.data.studentId]: {} };
    case "submission.queued":
    case "submission.running":
    case "submission.graded":
    case "submission.progress":
    case "system.notice":
    case "skills.changed":
    case "flags.changed":
      return {};
  }
}
