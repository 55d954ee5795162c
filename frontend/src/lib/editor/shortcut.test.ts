import { describe, expect, it } from "vitest";
import { isShortcut, shortcutText, type KeyPress } from "./shortcut.ts";

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key,
  code: key,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  altKey: false,
  ...more,
});

describe("a shortcut", () => {
  it("is pressed by Ctrl, and by Cmd on a Mac", () => {
    expect(isShortcut("CtrlCmd+Shift+Enter", press("Enter", { ctrlKey: true, shiftKey: true }))).toBe(true);
    expect(isShortcut("CtrlCmd+Shift+Enter", press("Enter", { metaKey: true, shiftKey: true }))).toBe(true);
  });

  it("is not pressed with a key too few or too many", () => {
    expect(isShortcut("CtrlCmd+Shift+Enter", press("Enter", { ctrlKey: true }))).toBe(false);
    expect(isShortcut("CtrlCmd+Enter", press("Enter", { ctrlKey: true, shiftKey: true, altKey: true }))).toBe(
      false,
    );
  });

  it("knows a letter by its place, whatever Alt makes of it", () => {
    expect(isShortcut("Alt+H", press("\u02D9", { code: "KeyH", altKey: true }))).toBe(true);
  });

  it("is written as on a keyboard", () => {
    expect(shortcutText("CtrlCmd+Shift+Enter")).toBe("Ctrl \u21E7 \u23CE");
  });
});
