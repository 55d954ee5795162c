/**
 * PostgreSQL stores neither NUL nor half a surrogate pair, in text or in JSON, and a learner's program may print both.
 * They are shown as the symbols that stand for them.
 */
export function storableText(text: string): string {
  return text.replaceAll("\u0000", "\u2400").toWellFormed();
}

/** JSON text whose strings PostgreSQL can store. */
export function storableJson(value: unknown): string {
  return JSON.stringify(value, (_key, part: unknown) =>
    typeof part === "string" ? storableText(part) : part,
  );
}
