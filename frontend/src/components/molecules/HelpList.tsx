import Link from "next/link";
import type { HelpNeeded } from "../../lib/class/who-needs-help.ts";
import { buttonClass } from "../atoms/Button.tsx";
import { Mark } from "../atoms/Mark.tsx";

export function HelpList({ classId, needed }: { classId: string; needed: readonly HelpNeeded[] }) {
  if (needed.length === 0) {
    return (
      <p className="small muted">
        Nobody just now. Who fails three times in a row, or falls silent after a failure, shows up here.
      </p>
    );
  }
  return (
    <ul className="people" aria-live="polite">
      {needed.map(({ member, title, status, because }) => (
        <li key={member.studentId}>
          <Mark name={because.type === "stuck" ? "failed" : "timeout"} label={because.type} />
          <strong>{member.displayName}</strong>
          <Link
            className={buttonClass()}
            href={`/class/${classId}/${member.studentId}`}
            prefetch={false}
            aria-label={`Open ${member.displayName}`}
          >
            Open
          </Link>
          <span className="muted">
            <span className="strong">{reason(because)}</span>
            <br />
            {title}, last result: {status}
          </span>
        </li>
      ))}
    </ul>
  );
}

function reason(because: HelpNeeded["because"]): string {
  switch (because.type) {
    case "stuck":
      return `${because.failures} failures in ${Math.max(1, because.minutes)} min`;
    case "silent":
      return `silent for ${because.minutes} min`;
  }
}
