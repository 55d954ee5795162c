import { Id, Slug } from "@mastery/contracts/id";
import { z } from "zod";

const Text = z.string().trim().min(1, "must not be empty");
/** YAML reads 5 and True as other kinds than text; a Python text must be quoted to stay what it is. */
const PythonText = z.string({ error: "must be Python text in quotes" }).min(1, "must not be empty");

export const CourseFile = z.strictObject({
  slug: Slug,
  title: Text,
  version: z.string({ error: "must be text in quotes, such as '1.0'" }),
  summary: Text,
  concepts: z
    .array(z.strictObject({ id: Id, name: Text, summary: Text, prerequisites: z.array(Id).default([]) }))
    .min(1, "must name at least one concept"),
});

export const ExerciseFile = z.strictObject({
  title: Text,
  summary: Text,
  concepts: z.array(Id).min(1, "must name at least one concept"),
  difficulty: z.int().min(1).max(9),
  hints: z.array(Text),
});

const stepKinds = ["call", "construct", "method", "read", "run"] as const;
const takeMax = 1_000;

const Step = z
  .strictObject({
    call: PythonText.optional(),
    construct: PythonText.optional(),
    method: PythonText.optional(),
    read: PythonText.optional(),
    run: z.literal(true).optional(),
    as: z
      .string()
      .regex(/^[A-Za-z_]\w*$/, "must be a Python name")
      .optional(),
    take: z.int().min(1).max(takeMax).optional(),
    stdin: z.array(z.string({ error: "must be text in quotes" })).optional(),
    expect: PythonText.optional(),
    raises: z
      .string()
      .regex(/^[A-Za-z_]\w*$/, "must be the name of an exception")
      .optional(),
    raisesMessage: Text.optional(),
    stdout: z.string({ error: "must be text in quotes" }).optional(),
  })
  .superRefine((step, context) => {
    const complain = (message: string) => context.addIssue({ code: "custom", message });
    const kinds = stepKinds.filter((kind) => step[kind] !== undefined);
    if (kinds.length !== 1) complain(`must have exactly one of ${stepKinds.join(", ")}`);
    if (step.construct !== undefined && step.as === undefined) complain("construct needs a name: as");
    if (step.construct !== undefined && step.expect !== undefined)
      complain("construct expects no value: read it");
    if (step.run && (step.as ?? step.take ?? step.expect) !== undefined) {
      complain("run has no value: use stdout, or read a variable afterwards");
    }
    if (step.raises !== undefined && step.expect !== undefined)
      complain("cannot both raise and have a value");
    if (step.raisesMessage !== undefined && step.raises === undefined) complain("raisesMessage needs raises");
  });

export const TestsFile = z
  .array(
    z.strictObject({
      name: Text,
      visibility: z.enum(["open", "hidden"], { error: "must be open or hidden" }),
      steps: z.array(Step).min(1, "must have at least one step"),
    }),
  )
  .min(1, "must hold at least one test");
export type TestsFile = z.infer<typeof TestsFile>;
