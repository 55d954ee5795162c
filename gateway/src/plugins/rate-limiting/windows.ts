/** The windows that Kong counts in, shortest first. All begin on the clock, in UTC. */
export const windowNames = ["second", "minute", "hour", "day", "month", "year"] as const;
export type WindowName = (typeof windowNames)[number];

/** As Kong has them for its `RateLimit-Reset`: a month is 30 days and a year 365. */
export const windowSeconds: Readonly<Record<WindowName, number>> = {
  second: 1,
  minute: 60,
  hour: 3600,
  day: 86_400,
  month: 2_592_000,
  year: 31_536_000,
};

/** When the window around an instant began; both in milliseconds since 1970. */
export function windowStart(name: WindowName, now: number): number {
  switch (name) {
    case "second":
    case "minute":
    case "hour":
    case "day":
      return now - (now % (windowSeconds[name] * 1000));
    case "month": {
      const date = new Date(now);
      return Date.UTC(date.getUTCFullYear(), date.getUTCMonth());
    }
    case "year":
      return Date.UTC(new Date(now).getUTCFullYear(), 0);
  }
}
