"use client";

import "./globals.css";

/** The last resort, when the frame itself broke: no providers, nothing that could break again. */
export default function GlobalErrorPage({ reset }: { reset: () => void }) {
  return (
    <html lang="en">
      <body>
        <main id="main">
          <section className="pane grow">
            <h1>Mastery Engine stopped working</h1>
            <p className="lead muted">Your drafts are safe in this browser.</p>
            <button type="button" className="btn primary" onClick={reset}>
              Try again
            </button>
          </section>
        </main>
      </body>
    </html>
  );
}
