import type { ClassMember } from "@mastery/contracts/class";
import Link from "next/link";
import { Mark } from "../atoms/Mark.tsx";

const shownMax = 8;

export function WorkingList({ classId, working }: { classId: string; working: readonly ClassMember[] }) {
  if (working.length === 0)
    return <p className="small muted">Nobody has handed in within the last five minutes.</p>;
  return (
    <>
      <ul className="people">
        {working.slice(0, shownMax).map(({ studentId, displayName, last }) => (
          <li key={studentId}>
            <Mark name="running" />
            <Link href={`/class/${classId}/${studentId}`} prefetch={false}>
              {displayName}
            </Link>
            <span className="tag">{last?.status}</span>
            <span className="muted">{last?.title}</span>
          </li>
        ))}
      </ul>
      {working.length > shownMax && <p className="small muted num">and {working.length - shownMax} more</p>}
    </>
  );
}
