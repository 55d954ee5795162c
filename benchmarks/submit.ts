import { Submission, SubmitAnswer } from "@mastery/contracts/submission";
import { setTimeout as delay } from "node:timers/promises";
import type { Api } from "../e2e/support/api.ts";
import type { TypicalExercise } from "./exercise.ts";

const verdictWithinMs = 60_000;
const lookEveryMs = 200;

/** Hands in and gives the submission's id; throws when it is refused. */
export async function submit(api: Api, { slug, solution }: TypicalExercise): Promise<string> {
  const answer = await api.post("/api/submissions", { exercise: slug, code: solution });
  const body: unknown = await answer.json();
  if (answer.status === 202) return SubmitAnswer.parse(body).submissionId;
  throw new Error(`a submission was refused with ${answer.status}: ${JSON.stringify(body)}`);
}

/** Also waits for the verdict, which for the first submission after a start may take its time. */
export async function submitAndWait(api: Api, exercise: TypicalExercise): Promise<void> {
  const id = await submit(api, exercise);
  const deadline = performance.now() + verdictWithinMs;
  while ((await api.get(`/api/submissions/${id}`, Submission)).gradedAt === undefined) {
    if (performance.now() > deadline) throw new Error(`no verdict within ${verdictWithinMs / 1_000} s`);
    await delay(lookEveryMs);
  }
}
