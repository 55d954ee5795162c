import { z } from "zod";

const messageCharsMax = 4_000;
/** More than the runner ever writes: 32,000 characters of a text, each of which may take ten to spell. */
const reprCharsMax = 400_000;
const namesMax = 100;

const Raised = z
  .object({
    type: z.string().max(messageCharsMax),
    message: z.string().max(messageCharsMax),
    ancestors: z.array(z.string().max(messageCharsMax)).max(namesMax),
    loading: z.boolean(),
    line: z.int().min(1).optional(),
  })
  .transform(({ line, ...raised }) => (line === undefined ? raised : { ...raised, line }));

const StepObservation = z.discriminatedUnion("type", [
  z.object({
    type: z.literal("value"),
    repr: z.string().max(reprCharsMax),
    opaque: z.boolean(),
    typeName: z.string().max(messageCharsMax),
    stdout: z.string(),
  }),
  z.object({ type: z.literal("done"), stdout: z.string() }),
  z.object({ type: z.literal("raised"), error: Raised, stdout: z.string() }),
]);

/** What the runner may say. Learners' code can write here too: a line proves no more than a returned value does. */
const ResultLine = z.union([
  z.object({ ready: z.string() }),
  z.object({ steps: z.array(StepObservation) }),
  z.object({ end: z.enum(["finished", "output-limit"]) }),
  z.object({ end: z.literal("invalid-code"), error: Raised }),
]);
export type ResultLine = z.infer<typeof ResultLine>;

export function readResultLine(text: string): ResultLine | undefined {
  try {
    return ResultLine.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}
