/** The part of a key press that a shortcut is made of. */
export type KeyPress = Pick<KeyboardEvent, "key" | "code" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">;

/** Whether a key press is the one that `keys` names, for example `CtrlCmd+Shift+Enter`. */
export function isShortcut(keys: string, press: KeyPress): boolean {
  const parts = keys.split("+");
  const key = parts.at(-1) ?? "";
  const control = press.ctrlKey || press.metaKey;
  return (
    isKey(key, press) &&
    parts.includes("CtrlCmd") === control &&
    parts.includes("Shift") === press.shiftKey &&
    parts.includes("Alt") === press.altKey
  );
}

function isKey(key: string, press: KeyPress): boolean {
  if (key === "Slash") return press.code === "Slash";
  // By position for letters: with Alt, a Mac's letter keys type other characters.
  return key.length === 1 ? press.code === `Key${key}` : press.key === key;
}

const signs: Record<string, string> = { CtrlCmd: "Ctrl", Shift: "\u21E7", Enter: "\u23CE", Slash: "/" };

/** How a shortcut is written on a button: `Ctrl ⇧ ⏎`. */
export function shortcutText(keys: string): string {
  return keys
    .split("+")
    .map((part) => signs[part] ?? part)
    .join(" ");
}
