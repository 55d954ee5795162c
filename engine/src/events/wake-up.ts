/** Lets one loop sleep until there is something to do. A call while the loop is busy is remembered, once. */
export interface WakeUp {
  wake(): void;
  /** Resolves at once after a `wake` that nobody waited for, else with the next one or after `timeoutMs`. */
  next(timeoutMs: number): Promise<void>;
}

export function createWakeUp(): WakeUp {
  let pending = false;
  let resume: (() => void) | undefined;
  return {
    wake() {
      pending = true;
      resume?.();
    },
    async next(timeoutMs) {
      if (!pending) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, timeoutMs);
          resume = () => {
            clearTimeout(timer);
            resolve();
          };
        });
      }
      pending = false;
      resume = undefined;
    },
  };
}
