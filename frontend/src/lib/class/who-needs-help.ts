import type { ClassMember } from "@mastery/contracts/class";
import { isGraded } from "../live/patch-submission.ts";
import type { ClassVerdict } from "./class-verdicts.ts";

const minuteMs = 60_000;
/** Somebody who fails this often on one exercise is stuck. */
const failuresMin = 3;
/** Somebody who stops this long after a failure may have given up ... */
const silentMinMs = 10 * minuteMs;
/** ... and has left after this long. */
const goneMs = 60 * minuteMs;
/** Somebody who handed in within this time is at work. */
const workingMs = 5 * minuteMs;

/** Why somebody could need the teacher now. */
export interface HelpNeeded {
  readonly member: ClassMember;
  readonly title: string;
  readonly status: ClassVerdict["status"];
  readonly because:
    | { readonly type: "stuck"; readonly failures: number; readonly minutes: number }
    | { readonly type: "silent"; readonly minutes: number };
}

/** Who fails again and again on one exercise, or fell silent after a failure; most failures first. */
export function whoNeedsHelp(
  members: readonly ClassMember[],
  verdicts: readonly ClassVerdict[],
  nowMs: number,
): HelpNeeded[] {
  const needed = members.flatMap((member): HelpNeeded[] => {
    const its = verdicts.filter(({ studentId }) => studentId === member.studentId);
    const [last] = its;
    if (!last || !isGraded(last.status) || last.status === "passed") return [];
    const silentMs = nowMs - Date.parse(last.at);
    if (silentMs > goneMs) return [];
    const { title, status } = last;
    const tries = failuresInRow(its);
    const first = tries.at(-1) ?? last;
    if (tries.length >= failuresMin) {
      const minutes = Math.ceil((Date.parse(last.at) - Date.parse(first.at)) / minuteMs);
      return [{ member, title, status, because: { type: "stuck", failures: tries.length, minutes } }];
    }
    if (silentMs < silentMinMs) return [];
    return [{ member, title, status, because: { type: "silent", minutes: Math.floor(silentMs / minuteMs) } }];
  });
  return needed.toSorted((a, b) => urgency(b) - urgency(a));
}

/** Who handed in a moment ago, the latest first. */
export function whoIsWorking(members: readonly ClassMember[], nowMs: number): ClassMember[] {
  const at = ({ lastActiveAt }: ClassMember) =>
    lastActiveAt === undefined ? -Infinity : Date.parse(lastActiveAt);
  return members.filter((member) => nowMs - at(member) <= workingMs).toSorted((a, b) => at(b) - at(a));
}

/** The newest verdicts that are failures on the same exercise, newest first. */
function failuresInRow(verdicts: readonly ClassVerdict[]): readonly ClassVerdict[] {
  const exercise = verdicts[0]?.exercise;
  const end = verdicts.findIndex((verdict) => verdict.status === "passed" || verdict.exercise !== exercise);
  return end === -1 ? verdicts : verdicts.slice(0, end);
}

function urgency({ because }: HelpNeeded): number {
  return because.type === "stuck" ? 1_000 + because.failures : because.minutes;
}
