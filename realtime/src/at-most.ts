/** Runs what it is given, at most `max` at the same time; the others wait in the order they came. */
export function createAtMost(max: number): <T>(run: () => Promise<T>) => Promise<T> {
  const waiting: (() => void)[] = [];
  let running = 0;

  return async (run) => {
    if (running >= max) await new Promise<void>((resolve) => waiting.push(resolve));
    else running++;
    try {
      return await run();
    } finally {
      // The place goes straight to the next in line; only when nobody waits does it become free.
      const next = waiting.shift();
      if (next) next();
      else running--;
    }
  };
}
