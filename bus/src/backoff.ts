/**
 * How long to wait before attempt `attempt + 1`: doubling from `firstMs` up to `mostMs`, of which a random half is
 * taken off, so that what failed together does not come back together. `random` is in [0, 1).
 */
export function backoffMs(attempt: number, limits: BackoffLimits, random: number): number {
  const full = Math.min(limits.mostMs, limits.firstMs * 2 ** (attempt - 1));
  return full * (1 - random / 2);
}

export interface BackoffLimits {
  readonly firstMs: number;
  readonly mostMs: number;
}
