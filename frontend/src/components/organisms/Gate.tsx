import type { ReactNode } from "react";
import { ForgettingCurve } from "../molecules/ForgettingCurve.tsx";

/** The two halves of the pages before signing in: a form, and what the product is about. */
export function Gate({ children }: { children: ReactNode }) {
  return (
    <div className="gate">
      <section className="pane" aria-labelledby="title">
        {children}
      </section>
      <figure aria-labelledby="curve">
        <ForgettingCurve />
        <figcaption id="curve">
          <strong>What you know fades. Practice at the right moment makes it last.</strong>{" "}
          <span className="muted">The line is our best guess, the band how sure we are.</span>
        </figcaption>
      </figure>
    </div>
  );
}
