/** Milliseconds since 1970, UTC. */
export type Clock = () => number;

/** Runs `run` every `ms` until the returned function is called. */
export interface Timers {
  every(ms: number, run: () => void): () => void;
}

export const systemClock: Clock = Date.now;

export const systemTimers: Timers = {
  every(ms, run) {
    const timer = setInterval(run, ms);
    return () => clearInterval(timer);
  },
};
