import { JoinRequest } from "@mastery/contracts/session";
import { createAccount } from "@mastery/engine/sign-in/create-account";
import { setPassword } from "@mastery/engine/sign-in/set-password";
import { addClassTeacher, insertClass } from "@mastery/engine/stores/classes";
import { randomBytes, randomUUID } from "node:crypto";
import type { z } from "zod";
import { StartFault } from "../start-fault.ts";
import { readPassword } from "./read-password.ts";
import { withDatabase } from "./reach-database.ts";

/** 80 random bits in the URL-safe alphabet: nobody finds a class by trying. */
const inviteBytes = 10;

interface NewUser {
  readonly name: string;
  readonly role: "teacher" | "admin";
  readonly class?: string;
  readonly course: string;
}

export async function addUser(address: string, user: NewUser): Promise<void> {
  const email = parsed(JoinRequest.shape.email, address, "The e-mail");
  const displayName = parsed(JoinRequest.shape.displayName, user.name, "The name");
  const password = parsed(JoinRequest.shape.password, await readPassword(), "The password");
  await withDatabase(async (db) => {
    const created = await createAccount(db, { email, password, displayName, role: user.role }, new Date());
    if (created.type === "email-taken")
      throw new StartFault("bad_setting", `${email} has an account already.`);
    process.stdout.write(`${email} can sign in now.\n`);
    if (user.class === undefined || user.role !== "teacher") return;
    const inviteCode = randomBytes(inviteBytes).toString("base64url");
    const classId = randomUUID();
    await insertClass(db, { id: classId, name: user.class, course: user.course, inviteCode });
    await addClassTeacher(db, classId, created.accountId);
    process.stdout.write(`The class ${user.class} takes learners with the invite ${inviteCode}.\n`);
  });
}

export async function changePassword(email: string): Promise<void> {
  const password = parsed(JoinRequest.shape.password, await readPassword(), "The password");
  await withDatabase(async (db) => {
    const outcome = await setPassword(db, { email, password }, new Date());
    if (outcome.type === "unknown-email")
      throw new StartFault("bad_setting", `There is no account for ${email}.`);
    process.stdout.write(`${email} has a new password and was signed out everywhere.\n`);
  });
}

/** By the rules that joining has, so that who is added here can sign in there. */
function parsed<S extends z.ZodType>(schema: S, value: string, what: string): z.infer<S> {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new StartFault("bad_setting", `${what} ${result.error.issues[0]?.message ?? "is not valid"}.`);
}
