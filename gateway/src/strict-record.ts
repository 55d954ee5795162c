import { z } from "zod";

/** An object that refuses unknown fields and says which ones exist. */
export function strictRecord<Shape extends z.ZodRawShape>(shape: Shape) {
  const allowed = Object.keys(shape).join(", ");
  return z.strictObject(shape, {
    error: (issue) =>
      issue.code === "unrecognized_keys"
        ? `unknown field ${issue.keys.map((key) => `\`${key}\``).join(", ")}; allowed: ${allowed}`
        : undefined,
  });
}
