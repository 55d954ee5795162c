import { createHash, randomBytes } from "node:crypto";

const tokenBytes = 32;

export function newRefreshToken(): string {
  return randomBytes(tokenBytes).toString("base64url");
}

/** Only this is kept: a copy of the table signs nobody in. The token is random, so a plain hash is enough. */
export function refreshTokenHash(token: string): string {
  return createHash("sha256").update(token).digest("base64url");
}
