import type { LearnerEvent } from "@mastery/contracts/learner-event";
import type { ConceptStatus } from "@mastery/contracts/exercise";
import type { Verdict } from "@mastery/contracts/submission";

export interface News {
  /** For a screen reader. */
  readonly spoken: string;
  readonly toast?: {
    readonly mark: ConceptStatus | Verdict;
    readonly tone: "plain" | "ok" | "warn" | "bad";
    readonly title: string;
    readonly text: string;
  };
}

const verdictWords: Record<Verdict, string> = {
  passed: "passed",
  failed: "not yet",
  error: "stopped by an error",
  timeout: "ran out of time",
};

/** What an event is worth saying, in words; most are worth nothing beyond the numbers they move. */
export function newsOf(event: LearnerEvent): News | undefined {
  switch (event.type) {
    case "submission.graded": {
      const { title, status, passed, total } = event.data;
      return { spoken: `${title}: ${verdictWords[status]}, ${passed} of ${total} tests pass.` };
    }
    case "mastery.updated": {
      const { concepts, reason } = event.data;
      const moved = concepts.filter((concept) => whole(concept.before) !== whole(concept.score));
      // The engine names the exercise's main concept first, which is also the one its reason speaks of.
      const first = moved[0];
      if (!first) return undefined;
      const others = moved.length > 1 ? ` and ${moved.length - 1} more` : "";
      const title = `${first.name} ${whole(first.before)} to ${whole(first.score)}${others}`;
      return {
        spoken: `${title}. ${reason}`,
        toast: { mark: first.status, tone: "plain", title, text: reason },
      };
    }
    case "system.notice": {
      const { level, text } = event.data;
      const tone = level === "warning" ? "warn" : "plain";
      return { spoken: text, toast: { mark: "review", tone, title: "Notice", text } };
    }
    case "submission.queued":
    case "submission.running":
    case "submission.progress":
    case "class.activity":
    case "skills.changed":
    case "flags.changed":
      return undefined;
  }
}

function whole(share: number): number {
  return Math.round(share * 100);
}
