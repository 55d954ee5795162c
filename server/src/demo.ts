import { demoStudent, demoTeacher } from "@mastery/engine/demo/demo-people";
import { seedDemo } from "@mastery/engine/demo/seed-demo";
import { hashPassword, isPassword } from "@mastery/engine/sign-in/passwords";
import type { Database } from "@mastery/engine/stores/database";
import { randomBytes } from "node:crypto";
import { demoPassword } from "./demo-password.ts";
import type { Core } from "./roles/core.ts";

const inviteBytes = 10;
/** The same class at every first start; only its dates follow the calendar. */
const classSeed = 2026;

/** Seeds the demo class into an empty database, and says how to sign in. */
export async function seedDemoClass(
  core: Core,
): Promise<readonly (readonly [name: string, value: string])[]> {
  const { configuration, courses, database, folder } = core;
  const [course] = courses.values();
  if (!configuration.demo || !course) return [];
  const password = demoPassword(folder.path, configuration.demoPassword);
  const passwordHash = await hashPassword(password);
  const seeded = await seedDemo({
    db: database.db,
    course,
    passwordHash,
    inviteCode: randomBytes(inviteBytes).toString("base64url"),
    now: new Date(),
    seed: classSeed,
  });
  if (seeded === "not-empty" && !(await followPassword(database.db, password, passwordHash))) return [];
  return [["demo sign-in", `${demoStudent.email} or ${demoTeacher.email}, password ${password}`]];
}

/** Whether there is a demo class; its password becomes the one that is about to be printed. */
async function followPassword(db: Database, password: string, passwordHash: string): Promise<boolean> {
  const teacher = await db
    .selectFrom("accounts")
    .select("passwordHash")
    .where("email", "=", demoTeacher.email)
    .where("demo", "=", true)
    .executeTakeFirst();
  if (!teacher) return false;
  if (!(await isPassword(teacher.passwordHash, password))) {
    await db.updateTable("accounts").set({ passwordHash }).where("demo", "=", true).execute();
  }
  return true;
}
