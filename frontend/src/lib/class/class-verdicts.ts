import type { ClassMember } from "@mastery/contracts/class";
import type { EventData } from "@mastery/contracts/event-data";
import type { Id, Instant } from "@mastery/contracts/id";
import type { SubmissionStatus } from "@mastery/contracts/submission";

/** What one learner of a class handed in, and what came out. */
export interface ClassVerdict {
  readonly studentId: Id;
  readonly displayName: string;
  readonly exercise: string;
  readonly title: string;
  readonly status: SubmissionStatus;
  readonly at: Instant;
}

/** Enough for a lesson; what is older stands in each learner's own view. */
export const verdictsMax = 200;

/** The verdicts with one more on top; told twice it stands once. */
export function addVerdict(
  verdicts: readonly ClassVerdict[],
  { studentId, displayName, exercise, title, status, at }: EventData<"class.activity">,
): ClassVerdict[] {
  const rest = verdicts.filter((known) => known.studentId !== studentId || known.at !== at);
  return [{ studentId, displayName, exercise, title, status, at }, ...rest].slice(0, verdictsMax);
}

/** What came while the page was open together with everybody's last one from before, newest first. */
export function classVerdicts(
  members: readonly ClassMember[],
  followed: readonly ClassVerdict[],
): ClassVerdict[] {
  const seen = new Set(followed.map(({ studentId, at }) => `${studentId} ${at}`));
  const before = members.flatMap(({ studentId, displayName, last }) =>
    last && !seen.has(`${studentId} ${last.at}`) ? [{ studentId, displayName, ...last }] : [],
  );
  return [...followed, ...before].toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at));
}
