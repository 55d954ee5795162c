import type { Clock, Timers } from "../src/clock.ts";

/** Time that passes only when a test says so. */
export class ManualTime implements Timers {
  #now = Date.parse("2026-01-05T10:00:00.000Z");
  readonly #timers = new Set<{ ms: number; next: number; run: () => void }>();
  readonly clock: Clock = () => this.#now;

  every(ms: number, run: () => void): () => void {
    const timer = { ms, next: this.#now + ms, run };
    this.#timers.add(timer);
    return () => this.#timers.delete(timer);
  }

  /** Lets `ms` pass and runs whatever fell due, each timer as often as it would have run. */
  pass(ms: number): void {
    const end = this.#now + ms;
    for (;;) {
      const due = [...this.#timers].filter(({ next }) => next <= end).sort((a, b) => a.next - b.next)[0];
      if (due === undefined) break;
      this.#now = due.next;
      due.next += due.ms;
      due.run();
    }
    this.#now = end;
  }
}

/** Lets everything that is already under way in this process come to rest. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise<void>((resolve) => setImmediate(resolve));
}
