import type { z } from "zod";
import type { JoinRequest } from "@mastery/contracts/session";
import { addClassMember, selectClassByInvite } from "../stores/classes.ts";
import type { Database } from "../stores/database.ts";
import { enrol } from "../stores/enrolments.ts";
import { insertPerson } from "./create-account.ts";
import { hashPassword } from "./passwords.ts";
import { startSession, type LiveSession } from "./start-session.ts";

export type Joined =
  | ({ readonly type: "joined" } & LiveSession)
  | { readonly type: "unknown-invite" }
  | { readonly type: "email-taken" };

/** A new learner, in the class and its course, signed in: all of it or nothing. */
export async function joinClass(
  db: Database,
  request: z.output<typeof JoinRequest>,
  now: Date,
): Promise<Joined> {
  const invited = await selectClassByInvite(db, request.inviteCode);
  if (!invited) return { type: "unknown-invite" };
  const passwordHash = await hashPassword(request.password);
  const { email, displayName, timeZone } = request;
  return db.transaction().execute(async (transaction): Promise<Joined> => {
    const person = { email, displayName, timeZone, passwordHash, role: "student" as const };
    const created = await insertPerson(transaction, person, now);
    if (created.type === "email-taken") return created;
    const { accountId, studentId } = created;
    if (studentId === undefined) throw new Error("A learner's account was made without a student");
    await addClassMember(transaction, { classId: invited.id, studentId, now });
    await enrol(transaction, { studentId, course: invited.course, now });
    return { type: "joined", ...(await startSession(transaction, accountId, now)) };
  });
}
