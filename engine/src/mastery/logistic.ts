/** The probability that belongs to a logit, always within [0, 1]. */
export function logistic(logit: number): number {
  return 1 / (1 + Math.exp(-logit));
}

/** The logit of a probability; the ends are held off so that it stays finite. */
export function logit(p: number): number {
  const held = Math.min(1 - 1e-9, Math.max(1e-9, p));
  return Math.log(held / (1 - held));
}
