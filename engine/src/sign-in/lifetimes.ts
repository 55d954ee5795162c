import { limits } from "@mastery/contracts/limits";

const secondMs = 1_000;
const dayMs = 86_400_000;

export const accessTokenSeconds = limits.accessTokenMinutes * 60;
/** A sign-in that nobody has used for a month has to be done again: longer than any school holiday but summer. */
export const sessionIdleMs = 30 * dayMs;
/** However busy, a sign-in ends after half a school year. */
export const sessionAbsoluteMs = 180 * dayMs;
/** How long after a token's successor was first used a late second use still looks like two tabs at once. */
export const raceMs = 20 * secondMs;

interface SessionTimes {
  readonly createdAt: Date;
  readonly lastUsedAt: Date;
}

/** When the sign-in ends unless it is used before. */
export function sessionEnd({ createdAt, lastUsedAt }: SessionTimes): Date {
  return new Date(Math.min(lastUsedAt.getTime() + sessionIdleMs, createdAt.getTime() + sessionAbsoluteMs));
}
