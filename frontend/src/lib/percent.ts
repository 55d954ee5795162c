/** A share as the whole number people read. */
export function percent(share: number): number {
  return Math.round(share * 100);
}
