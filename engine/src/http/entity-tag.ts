import { createHash } from "node:crypto";

/** A strong validator of exactly these bytes. */
export function entityTag(payload: string): string {
  return `"${createHash("sha256").update(payload).digest("base64url").slice(0, 27)}"`;
}

/** Whether `If-None-Match` says that the client already holds this answer (weak comparison, RFC 9110). */
export function isKnown(ifNoneMatch: string | undefined, tag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return ifNoneMatch
    .split(",")
    .map((candidate) => candidate.trim().replace(/^W\//, ""))
    .some((candidate) => candidate === "*" || candidate === tag);
}
