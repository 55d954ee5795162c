import type { z } from "zod";

/** One tool of the MCP server; what it answers comes from data in its own folder. */
export interface Skill<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly name: string;
  readonly title: string;
  readonly description: string;
  readonly input: I;
  readonly output: O;
  /** The folder whose files it answers from; a change there takes effect at once. */
  readonly folder: string;
  /** Reads the folder. Throws when what stands there cannot be used. */
  load(): Promise<LoadedSkill<z.infer<I>, z.infer<O>>>;
}

export interface LoadedSkill<Request, Answer> {
  /** Changes with every change of the data. */
  readonly version: string;
  answer(request: Request): Answer;
}
