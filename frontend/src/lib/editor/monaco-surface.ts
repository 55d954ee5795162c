import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import type { CodeSurface, Cursor } from "./code-surface.ts";
import { editorOptions } from "./editor-options.ts";
import { editorTheme } from "./editor-theme.ts";
import { createFailingLineMark } from "./failing-line.ts";
import type { Monaco } from "./load-monaco.ts";
import { readPageColors, watchPageColors } from "./page-colors.ts";
import { pythonTokens, pythonTyping } from "./python-language.ts";
import { addTabWayOut } from "./tab-way-out.ts";

export interface MonacoSurface extends CodeSurface {
  configure(config: MonacoConfig): void;
  dispose(): void;
}

export interface Handover {
  readonly text: string;
  readonly selectionStart: number;
  readonly selectionEnd: number;
  readonly focused: boolean;
}

export interface SurfaceListener {
  readonly onChange: (text: string) => void;
  readonly onCursor: (cursor: Cursor) => void;
}

const themeName = "mastery";
const languageId = "python";

/** Puts Monaco into `host` where the text area left off: same text, same cursor, same focus. */
export function createMonacoSurface(
  monaco: Monaco,
  host: HTMLElement,
  label: string,
  config: MonacoConfig,
  from: Handover,
  listener: SurfaceListener,
): MonacoSurface {
  if (!monaco.languages.getLanguages().some(({ id }) => id === languageId)) {
    monaco.languages.register({ id: languageId });
  }
  const model = monaco.editor.createModel(from.text, languageId);
  const code = monaco.editor.create(host, {
    model,
    ariaLabel: label,
    theme: themeName,
    fontFamily: getComputedStyle(host).fontFamily,
    ...editorOptions(config),
  });
  const mark = createFailingLineMark(code);
  addTabWayOut(monaco, code);
  let rules = config;
  const paint = () => {
    const { dark, colorOf, end } = readPageColors(host);
    monaco.editor.defineTheme(themeName, editorTheme(rules, dark, colorOf));
    monaco.editor.setTheme(themeName);
    end();
  };
  const configure = (next: MonacoConfig) => {
    rules = next;
    code.updateOptions(editorOptions(next));
    model.updateOptions({
      tabSize: next.options.tabSize,
      insertSpaces: next.options.insertSpaces,
      bracketColorizationOptions: {
        enabled: next.options.bracketPairColorization,
        independentColorPoolPerBracketType: false,
      },
    });
    monaco.languages.setMonarchTokensProvider(languageId, pythonTokens(next.language));
    const typing = pythonTyping(next.language, monaco.languages.IndentAction);
    monaco.languages.setLanguageConfiguration(languageId, typing);
    paint();
  };
  configure(config);
  const unwatch = watchPageColors(paint);
  // Until the font has arrived every width is that of another one.
  void document.fonts.ready.then(() => monaco.editor.remeasureFonts());

  code.setSelection(
    monaco.Selection.fromPositions(
      model.getPositionAt(from.selectionStart),
      model.getPositionAt(from.selectionEnd),
    ),
  );
  if (from.focused) code.focus();
  code.onDidChangeModelContent(() => listener.onChange(model.getValue()));
  code.onDidChangeCursorPosition(({ position }) =>
    listener.onCursor({ line: position.lineNumber, column: position.column }),
  );

  return {
    text: () => model.getValue(),
    replace(text) {
      code.pushUndoStop();
      code.executeEdits("replace", [{ range: model.getFullModelRange(), text }]);
      code.pushUndoStop();
      code.setPosition({ lineNumber: 1, column: 1 });
    },
    goToLine(line) {
      code.focus();
      code.setPosition({ lineNumber: line, column: model.getLineFirstNonWhitespaceColumn(line) || 1 });
      code.revealLineInCenterIfOutsideViewport(line);
    },
    focus: () => code.focus(),
    showFailing: (failing) => mark.show(failing),
    configure,
    dispose() {
      unwatch();
      code.dispose();
      model.dispose();
    },
  };
}
