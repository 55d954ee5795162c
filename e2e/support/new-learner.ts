import { ClassList, ClassView } from "@mastery/contracts/class";
import { randomUUID } from "node:crypto";
import { join, signIn } from "./api.ts";
import { demoPassword } from "./product.ts";

export interface NewLearner {
  readonly email: string;
  readonly password: string;
}

/** Somebody who has just joined the demo class and done nothing: no journey depends on what another one did. */
export async function newLearner(baseUrl: string | undefined): Promise<NewLearner> {
  if (baseUrl === undefined) throw new Error("the configuration names the base address");
  const teacher = await signIn(baseUrl, "teacher@demo.example", demoPassword);
  const { classes } = await teacher.get("/api/classes", ClassList);
  const { inviteCode } = await teacher.get(`/api/classes/${classes[0]?.classId}`, ClassView);
  const email = newEmail();
  await join(baseUrl, inviteCode, email, demoPassword);
  return { email, password: demoPassword };
}

export function newEmail(): string {
  return `learner-${randomUUID().slice(0, 8)}@demo.example`;
}
