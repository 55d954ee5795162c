import type { MonacoConfig } from "@mastery/contracts/monaco-config";
import type { editor } from "monaco-editor/editor/editor.api.js";

/** Monaco's options for a configuration. What is not configurable belongs to the design or to accessibility. */
export function editorOptions({
  options,
}: MonacoConfig): editor.IEditorOptions & editor.IGlobalEditorOptions {
  return {
    fontSize: options.fontSize,
    lineHeight: options.lineHeight,
    tabSize: options.tabSize,
    insertSpaces: options.insertSpaces,
    detectIndentation: options.detectIndentation,
    wordWrap: options.wordWrap,
    lineNumbers: options.lineNumbers,
    minimap: { enabled: options.minimap },
    folding: options.folding,
    renderWhitespace: options.renderWhitespace,
    bracketPairColorization: { enabled: options.bracketPairColorization },
    quickSuggestions: options.quickSuggestions,
    wordBasedSuggestions: options.wordBasedSuggestions ? "currentDocument" : "off",
    autoClosingBrackets: options.autoClosingBrackets,
    autoClosingQuotes: options.autoClosingQuotes,
    smoothScrolling: options.smoothScrolling,
    hover: { enabled: options.hover ? "on" : "off" },
    accessibilitySupport: options.accessibilitySupport,
    rulers: options.rulers,
    fontLigatures: '"zero", "liga" off, "calt" off',
    lineNumbersMinChars: 4,
    lineDecorationsWidth: 16,
    glyphMargin: false,
    guides: { indentation: false, bracketPairs: false },
    renderLineHighlight: "none",
    scrollBeyondLastLine: false,
    // The browser's own menu has what a learner looks for: paste, spelling, translation.
    contextmenu: false,
    find: { addExtraSpaceOnTop: false },
    overviewRulerLanes: 0,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    occurrencesHighlight: "off",
    padding: { top: 12, bottom: 12 },
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    // Widgets may stick out of a small pane on a phone.
    fixedOverflowWidgets: true,
    automaticLayout: true,
  };
}
