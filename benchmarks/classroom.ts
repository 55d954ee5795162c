import { ClassList, ClassView } from "@mastery/contracts/class";
import { join, signIn, type Api } from "../e2e/support/api.ts";
import { demoPassword } from "../e2e/support/product.ts";

export const password = demoPassword;

/** Gives the invite of the demo teacher's class. */
export async function inviteOf(url: string): Promise<string> {
  const teacher = await signIn(url, "teacher@demo.example", password);
  const { classes } = await teacher.get("/api/classes", ClassList);
  const first = classes[0];
  if (!first) throw new Error("The demo teacher has no class; is MASTERY_DEMO switched off?");
  return (await teacher.get(`/api/classes/${first.classId}`, ClassView)).inviteCode;
}

/** Learners of their own: the gateway counts submissions by learner. */
export async function joinLearners(url: string, invite: string, emails: readonly string[]): Promise<Api[]> {
  const learners: Api[] = [];
  for (const email of emails) learners.push(await join(url, invite, email, password));
  return learners;
}
