import { parseDocument } from "yaml";
import type { z } from "zod";
import type { CourseFault } from "./fault.ts";

/** Reads one YAML file into a known shape; what does not fit becomes faults that name the place. */
export function parseYaml<T extends z.ZodType>(
  file: string,
  text: string | undefined,
  schema: T,
  faults: CourseFault[],
): z.infer<T> | undefined {
  if (text === undefined) {
    faults.push({ file, message: "is missing" });
    return undefined;
  }
  const document = parseDocument(text);
  if (document.errors.length > 0) {
    for (const error of document.errors)
      faults.push({ file, message: error.message.split("\n")[0] ?? error.message });
    return undefined;
  }
  const parsed = schema.safeParse(document.toJS());
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.push({ file, message: `${placeOf(issue.path)}${issue.message}` });
  }
  return undefined;
}

/** `[0].steps[2].call: `, as an author would point at it. */
function placeOf(path: readonly PropertyKey[]): string {
  const parts = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`));
  return parts.length === 0 ? "" : `${parts.join("").replace(/^\./, "")}: `;
}
