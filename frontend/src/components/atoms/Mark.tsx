import type { ConceptStatus } from "@mastery/contracts/exercise";
import type { SubmissionStatus, TestStatus } from "@mastery/contracts/submission";
import type { ReactNode } from "react";

export type MarkName = ConceptStatus | SubmissionStatus | TestStatus;

const ring = <circle cx="7" cy="7" r="6" fill="none" stroke="currentColor" strokeWidth="1.7" />;

const glyphs: Record<MarkName, ReactNode> = {
  queued: (
    <circle
      cx="7"
      cy="7"
      r="6"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeDasharray="1.9 1.87"
    />
  ),
  running: (
    <>
      {ring}
      <path d="M5.4 4.2v5.6L10 7Z" fill="currentColor" />
    </>
  ),
  passed: <path d="M1.5 7.5 5.3 11.4 12.6 2.8" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  failed: <path d="M2.2 2.2l9.6 9.6M11.8 2.2l-9.6 9.6" fill="none" stroke="currentColor" strokeWidth="2.4" />,
  error: (
    <>
      <path
        d="M7 1.2 13.4 12.6H.6Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path d="M7 5.4v3.2M7 10.2v1" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  timeout: (
    <>
      {ring}
      <path d="M7 3.4V7l2.6 1.7" fill="none" stroke="currentColor" strokeWidth="1.7" />
    </>
  ),
  skipped: <path d="M2 7h10" fill="none" stroke="currentColor" strokeWidth="1.7" />,
  mastered: (
    <>
      <circle cx="7" cy="7" r="7" fill="currentColor" />
      <path d="M3.8 7.3 6.1 9.6l4.2-4.9" fill="none" stroke="var(--surface)" strokeWidth="1.9" />
    </>
  ),
  learning: (
    <>
      {ring}
      <path d="M7 1a6 6 0 0 1 0 12Z" fill="currentColor" />
    </>
  ),
  review: (
    <>
      <path d="M7 .8 13.2 7 7 13.2.8 7Z" fill="none" stroke="currentColor" strokeWidth="1.8" />
      <circle cx="7" cy="7" r="1.7" fill="currentColor" />
    </>
  ),
  ready: ring,
  locked: (
    <>
      <rect x="1.8" y="6" width="10.4" height="7.2" rx="1" fill="currentColor" />
      <path d="M4 6V4.2a3 3 0 0 1 6 0V6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
};

/**
 * The glyph of a verdict or a concept's status. With `label` it speaks for itself; without one the word must
 * stand beside it.
 */
export function Mark({
  name,
  label,
  className = "",
}: {
  name: MarkName;
  label?: string;
  className?: string;
}) {
  const said = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg className={`mark ${name} ${className}`} viewBox="0 0 14 14" {...said}>
      {glyphs[name]}
    </svg>
  );
}
