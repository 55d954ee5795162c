import type { StreamName } from "@mastery/contracts/stream";

export const backoffFirstMs = 250;
export const backoffMaxMs = 15_000;

interface Setback {
  readonly failures: number;
  readonly until: number;
}

/** Which streams the bus has just refused, and when each may be tried again. Times are milliseconds. */
export class StreamBackoff {
  readonly #setbacks = new Map<StreamName, Setback>();

  /** Each failure in a row doubles the pause. Returns its length. */
  failed(stream: StreamName, now: number): number {
    const failures = (this.#setbacks.get(stream)?.failures ?? 0) + 1;
    const pauseMs = Math.min(backoffMaxMs, backoffFirstMs * 2 ** (failures - 1));
    this.#setbacks.set(stream, { failures, until: now + pauseMs });
    return pauseMs;
  }

  succeeded(stream: StreamName): void {
    this.#setbacks.delete(stream);
  }

  waiting(now: number): StreamName[] {
    return [...this.#setbacks].filter(([, setback]) => setback.until > now).map(([stream]) => stream);
  }

  /** Until the next stream may be tried again. */
  pauseMs(now: number): number | undefined {
    const pauses = [...this.#setbacks.values()].map((setback) => setback.until - now).filter((ms) => ms > 0);
    return pauses.length === 0 ? undefined : Math.min(...pauses);
  }
}
