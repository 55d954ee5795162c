import { useId, type ReactNode } from "react";

interface PaneProps {
  /** The question this pane answers; its heading. */
  title: string;
  /** Beside the heading, at the right. */
  aside?: ReactNode;
  /** Beside the heading, at the left. */
  lead?: ReactNode;
  className?: string;
  children: ReactNode;
}

/** One tile of a page: `<div className="panes dash"><Pane title="What next?">...`. */
export function Pane({ title, aside, lead, className = "", children }: PaneProps) {
  const id = useId();
  return (
    <section className={`pane ${className}`.trim()} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {lead}
        {aside !== undefined && <div className="push">{aside}</div>}
      </header>
      {children}
    </section>
  );
}
