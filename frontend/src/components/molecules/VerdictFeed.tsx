import Link from "next/link";
import type { ClassVerdict } from "../../lib/class/class-verdicts.ts";
import { Ago } from "../atoms/Ago.tsx";
import { Mark } from "../atoms/Mark.tsx";

const shownMax = 16;

/** What the class handed in, newest first. */
export function VerdictFeed({ classId, verdicts }: { classId: string; verdicts: readonly ClassVerdict[] }) {
  if (verdicts.length === 0)
    return <p className="small muted">Nothing handed in yet. Each verdict shows up here as it comes.</p>;
  return (
    <ul className="feed">
      {verdicts.slice(0, shownMax).map(({ studentId, displayName, title, status, at }) => (
        <li key={`${studentId} ${at}`}>
          <Mark name={status} label={status} />
          <Link href={`/class/${classId}/${studentId}`} prefetch={false}>
            {displayName}
          </Link>
          <Ago at={at} />
          <span className="muted">{title}</span>
        </li>
      ))}
    </ul>
  );
}
