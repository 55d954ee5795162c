import { SubmitAnswer } from "@mastery/contracts/submission";
import type { Api } from "../e2e/support/api.ts";
import type { TypicalExercise } from "./exercise.ts";

/** Hands in and gives the submission's id; throws when it is refused. */
export async function submit(api: Api, { slug, solution }: TypicalExercise): Promise<string> {
  const answer = await api.post("/api/submissions", { exercise: slug, code: solution });
  const body: unknown = await answer.json();
  if (answer.status === 202) return SubmitAnswer.parse(body).submissionId;
  throw new Error(`a submission was refused with ${answer.status}: ${JSON.stringify(body)}`);
}
