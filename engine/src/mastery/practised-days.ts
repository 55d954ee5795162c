import type { LearnerPart } from "./learner-state.ts";

const dayMs = 86_400_000;
/** How many days the week strip shows, and so how many are kept. */
export const weekDays = 7;

/** Making a format costs a hundred times what using it does; there are some hundred zones at most. */
const dayFormats = new Map<string, Intl.DateTimeFormat>();

/** The calendar day, `YYYY-MM-DD`, on which a moment falls in a time zone. */
export function dayIn(timeZone: string, at: number): string {
  let format = dayFormats.get(timeZone);
  if (!format) {
    // Sweden writes dates as ISO 8601 does.
    format = new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short" });
    dayFormats.set(timeZone, format);
  }
  return format.format(at);
}

/** The day so many days before another; days have no time zone, so UTC arithmetic is exact. */
export function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * dayMs).toISOString().slice(0, 10);
}

/** The days and the streak after practice on `day`. A day that is not after the latest one changes nothing. */
export function afterPractice(
  { recentDays, streak }: Pick<LearnerPart, "recentDays" | "streak">,
  day: string,
): Pick<LearnerPart, "recentDays" | "streak"> {
  const latest = recentDays.at(-1);
  if (latest !== undefined && day <= latest) return { recentDays, streak };
  return {
    recentDays: [...recentDays, day].slice(-weekDays),
    streak: latest === dayBefore(day, 1) ? streak + 1 : 1,
  };
}

/** The last seven days, oldest first and ending today, and the streak that today or yesterday carries on. */
export function practisedDays(
  part: Pick<LearnerPart, "recentDays" | "streak">,
  today: string,
): { practisedDays: boolean[]; streakDays: number } {
  const latest = part.recentDays.at(-1);
  const alive = latest !== undefined && latest >= dayBefore(today, 1);
  return {
    practisedDays: Array.from({ length: weekDays }, (_, i) =>
      part.recentDays.includes(dayBefore(today, weekDays - 1 - i)),
    ),
    streakDays: alive ? part.streak : 0,
  };
}
