/** The gauge again: jaws, line, tick. */
export function Logo() {
  return (
    <svg viewBox="0 0 26 20" fill="none" stroke="currentColor" strokeWidth="2.2" aria-hidden="true">
      <path d="M6 3H2v14h4M20 3h4v14h-4" />
      <path d="M2 10h22" strokeWidth="1.2" />
      <path d="M15 5v10" strokeWidth="4" />
    </svg>
  );
}
