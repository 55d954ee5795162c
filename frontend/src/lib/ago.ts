const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** How long ago, as short as a feed needs: `12 s`, `6 min`, `3 h`, `2 d`. */
export function ago(atMs: number, nowMs: number): string {
  const past = Math.max(0, nowMs - atMs);
  if (past < minuteMs) return `${Math.floor(past / 1000)} s`;
  if (past < hourMs) return `${Math.floor(past / minuteMs)} min`;
  if (past < dayMs) return `${Math.floor(past / hourMs)} h`;
  return `${Math.floor(past / dayMs)} d`;
}
