import type { editor } from "monaco-editor/editor/editor.api.js";

/** Where a test found the learner's code wrong, and what it said. */
export interface FailingLine {
  /** From 1. */
  readonly line: number;
  readonly message: string;
}

export interface FailingLineMark {
  show(failing: FailingLine | undefined): void;
}

/** Marks one line in the gutter and writes the message below it, until that line is edited. */
export function createFailingLineMark(code: editor.IStandaloneCodeEditor): FailingLineMark {
  const decorations = code.createDecorationsCollection();
  let zone: string | undefined;

  function clear(): void {
    decorations.clear();
    const old = zone;
    zone = undefined;
    if (old !== undefined) code.changeViewZones((zones) => zones.removeZone(old));
  }

  code.onDidChangeModelContent(({ changes }) => {
    const marked = decorations.getRange(0);
    const touched = ({ range }: (typeof changes)[number]) =>
      marked &&
      range.startLineNumber <= marked.startLineNumber &&
      range.endLineNumber >= marked.startLineNumber;
    if (!marked || changes.some(touched)) clear();
  });

  return {
    show(failing) {
      clear();
      const lines = code.getModel()?.getLineCount() ?? 0;
      if (!failing || failing.line > lines) return;
      const { line, message } = failing;
      decorations.set([
        {
          range: { startLineNumber: line, startColumn: 1, endLineNumber: line, endColumn: 1 },
          options: {
            isWholeLine: true,
            className: "failing-line",
            marginClassName: "failing-line",
            lineNumberClassName: "failing-number",
            hoverMessage: { value: message },
          },
        },
      ]);
      if (message !== "") zone = addMessage(code, line, message);
    },
  };
}

/** A zone of the message's own height below the line, as wide as the code. */
function addMessage(code: editor.IStandaloneCodeEditor, line: number, message: string): string {
  const why = document.createElement("div");
  why.className = "failing-why";
  const text = document.createElement("span");
  text.textContent = message.replaceAll("`", "");
  text.style.maxWidth = `${code.getLayoutInfo().contentWidth}px`;
  why.append(text);
  const margin = document.createElement("div");
  margin.className = "failing-why";
  let id = "";
  code.changeViewZones((zones) => {
    const zone = { afterLineNumber: line, heightInLines: 1, domNode: why, marginDomNode: margin };
    id = zones.addZone(zone);
    requestAnimationFrame(() => {
      const heightInPx = text.offsetHeight;
      if (heightInPx === 0) return;
      Object.assign(zone, { heightInPx });
      code.changeViewZones((changed) => changed.layoutZone(id));
    });
  });
  return id;
}
