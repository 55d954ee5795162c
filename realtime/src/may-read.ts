import type { AccessClaims } from "@mastery/contracts/session";
import { type StreamName, streamOwner } from "@mastery/contracts/stream";
import type { StreamAuthority } from "./ports.ts";

/**
 * The one place that decides whose stream a caller may read. Learners and teachers: nobody's but their own, so that
 * no mistake in who teaches whom can open it. Classes: by who teaches them.
 */
export async function mayRead(
  claims: AccessClaims,
  stream: StreamName,
  authority: StreamAuthority,
): Promise<boolean> {
  const owner = streamOwner(stream);
  switch (owner.kind) {
    case "learner":
      return claims.studentId === owner.id;
    case "teacher":
      return claims.role === "teacher" && claims.sub === owner.id;
    case "class":
      return authority.mayReadStream(claims, stream);
  }
}
