import { offsetOfLine, type CodeSurface } from "./code-surface.ts";

/** The plain text area that stands until Monaco has loaded, and for good where it cannot. */
export function textAreaSurface(area: HTMLTextAreaElement, changed: (text: string) => void): CodeSurface {
  return {
    text: () => area.value,
    replace(text) {
      area.value = text;
      changed(text);
    },
    goToLine(line) {
      const offset = offsetOfLine(area.value, line);
      area.focus();
      area.setSelectionRange(offset, offset);
    },
    focus: () => area.focus(),
    // A text area has no gutter; the message stands in the results.
    showFailing: () => undefined,
  };
}
