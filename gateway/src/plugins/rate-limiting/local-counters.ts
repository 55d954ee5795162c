import { windowStart, type WindowName } from "./windows.ts";

/** Callers counted at once in one window of one route. */
const defaultCallersMax = 1_000_000;

export interface Limit {
  readonly window: WindowName;
  readonly limit: number;
}

/** How much of a limit is left after this request, and when its window began. */
export interface Usage extends Limit {
  readonly remaining: number;
  readonly startedAt: number;
}

export type Count =
  | { readonly type: "allowed"; readonly usage: readonly Usage[] }
  /** At least one limit was reached; nothing was counted. */
  | { readonly type: "exceeded"; readonly usage: readonly Usage[] }
  /** So many callers at once that counting another would cost unbounded memory. */
  | { readonly type: "full" };

/**
 * Counts in this process's memory. Looking and counting happen in one step, so that callers that arrive together
 * can not all slip through. Everybody shares the same windows: when one ends, its counts are dropped as a whole.
 */
export function createLocalCounters(
  limits: readonly Limit[],
  callersMax = defaultCallersMax,
): (caller: string, now: number) => Count {
  const counters = limits.map((limit) => ({
    ...limit,
    startedAt: Number.NEGATIVE_INFINITY,
    counts: new Map<string, number>(),
  }));
  return (caller, now) => {
    let exceeded = false;
    for (const counter of counters) {
      const startedAt = windowStart(counter.window, now);
      if (counter.startedAt !== startedAt) {
        counter.startedAt = startedAt;
        counter.counts = new Map();
      }
      const count = counter.counts.get(caller);
      if (count === undefined && counter.counts.size >= callersMax) return { type: "full" };
      exceeded ||= (count ?? 0) >= counter.limit;
    }
    const usage = counters.map((counter) => {
      const count = (counter.counts.get(caller) ?? 0) + (exceeded ? 0 : 1);
      if (!exceeded) counter.counts.set(caller, count);
      const { window, limit, startedAt } = counter;
      return { window, limit, startedAt, remaining: Math.max(0, limit - count) };
    });
    return { type: exceeded ? "exceeded" : "allowed", usage };
  };
}
