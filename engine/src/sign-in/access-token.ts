import { grants } from "@mastery/access/grants";
import type { Id } from "@mastery/contracts/id";
import { SignJWT } from "jose";
import { uuidv7 } from "uuidv7";
import type { Person } from "../stores/accounts.ts";
import { accessTokenSeconds } from "./lifetimes.ts";
import type { SigningKeys } from "./signing-keys.ts";

/** A signed statement, good for a quarter of an hour, of who this is and what their role may do. */
export function mintAccessToken(
  keys: Pick<SigningKeys, "kid" | "privateKey">,
  { person, sessionId }: { readonly person: Person; readonly sessionId: Id },
  now: Date,
): Promise<string> {
  const issuedAt = Math.floor(now.getTime() / 1000);
  return new SignJWT({
    role: person.role,
    permissions: [...grants[person.role]],
    sid: sessionId,
    ...(person.studentId !== undefined && { studentId: person.studentId }),
  })
    .setProtectedHeader({ alg: "ES256", kid: keys.kid, typ: "JWT" })
    .setIssuer("mastery-engine")
    .setAudience("mastery-api")
    .setSubject(person.id)
    .setIssuedAt(issuedAt)
    .setExpirationTime(issuedAt + accessTokenSeconds)
    .setJti(uuidv7())
    .sign(keys.privateKey);
}
