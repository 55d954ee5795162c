import type { ApiFailure } from "./api-failure.ts";

/** The texts of a form by the names of its fields. */
export function readForm(form: HTMLFormElement): Record<string, string | undefined> {
  const values: Record<string, string> = {};
  for (const [name, value] of new FormData(form)) {
    if (typeof value === "string") values[name] = value;
  }
  return values;
}

/** What the server said is wrong with one field, as a sentence. */
export function fieldError(failure: ApiFailure | undefined, field: string): string | undefined {
  if (failure?.type !== "problem") return undefined;
  const message = failure.errors.find(({ path }) => path === field || path.endsWith(`/${field}`))?.message;
  return message && `${message.charAt(0).toUpperCase()}${message.slice(1)}.`;
}
