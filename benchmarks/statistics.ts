/** What many measurements of one thing come to; times in milliseconds. */
export interface Summary {
  readonly n: number;
  readonly p50: number;
  readonly p95: number;
  readonly max: number;
}

/** By nearest rank: every figure given was really measured. Undefined without a measurement. */
export function summarise(measured: readonly number[]): Summary | undefined {
  if (measured.length === 0) return undefined;
  const sorted = measured.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? 0;
  return { n: sorted.length, p50: at(0.5), p95: at(0.95), max: at(1) };
}
