import type { editor } from "monaco-editor/editor/editor.api.js";
import type { Monaco } from "./load-monaco.ts";

/** Tab indents; after Escape it leaves the code. Any other key, or coming back, and it indents again. */
export function addTabWayOut(monaco: Monaco, code: editor.IStandaloneCodeEditor): void {
  const { KeyCode } = monaco;
  const modifiers: number[] = [KeyCode.Shift, KeyCode.Ctrl, KeyCode.Alt, KeyCode.Meta];
  let leaving = false;
  const setLeaving = (next: boolean) => {
    if (next === leaving) return;
    leaving = next;
    code.updateOptions({ tabFocusMode: next });
  };
  code.onKeyDown(({ keyCode }) => {
    if (keyCode === KeyCode.Escape) setLeaving(true);
    else if (keyCode !== KeyCode.Tab && !modifiers.includes(keyCode)) setLeaving(false);
  });
  code.onDidBlurEditorWidget(() => setLeaving(false));
}
