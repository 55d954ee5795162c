import type { ClassMember } from "@mastery/contracts/class";
import Link from "next/link";
import { ago } from "../../lib/ago.ts";
import { percent } from "../../lib/percent.ts";
import { Gauge } from "../atoms/Gauge.tsx";
import { Mark, type MarkName } from "../atoms/Mark.tsx";

type Hint = "stuck" | "silent" | "working";

const hintMarks: Record<Hint, MarkName> = { stuck: "failed", silent: "timeout", working: "running" };

interface RosterRowProps {
  classId: string;
  member: ClassMember;
  changed: boolean;
  hint: Hint | undefined;
  now: number | undefined;
}

export function RosterRow({ classId, member, changed, hint, now }: RosterRowProps) {
  const { studentId, displayName, overall, last, lastActiveAt } = member;
  const untried = overall.evidence === "none";
  return (
    <tr data-changed={changed ? "" : undefined}>
      <th scope="row">
        <span className="who">
          <Link href={`/class/${classId}/${studentId}`} prefetch={false}>
            {displayName}
          </Link>
          {hint && <Mark name={hintMarks[hint]} label={hint} />}
        </span>
        <span className="only-phone">{last && <LastExercise last={last} />}</span>
      </th>
      <td>
        <span className="standing">
          <Gauge name="Overall" {...overall} {...(untried ? { status: "ready" } : {})} />
          <span className="num" aria-hidden="true">
            {untried ? <span className="muted">?</span> : percent(overall.score)}
          </span>
        </span>
      </td>
      <td className="wide-only">{last && <LastExercise last={last} />}</td>
      <td className="end">
        {lastActiveAt === undefined ? (
          <span className="muted">never</span>
        ) : (
          <time dateTime={lastActiveAt}>{now === undefined ? "" : ago(Date.parse(lastActiveAt), now)}</time>
        )}
      </td>
    </tr>
  );
}

function LastExercise({ last }: { last: NonNullable<ClassMember["last"]> }) {
  return (
    <span className="last">
      <Mark name={last.status} label={last.status} />
      {last.title}
    </span>
  );
}
