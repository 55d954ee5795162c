import type { MonacoConfig, MonacoConfigRequest } from "@mastery/contracts/monaco-config";

const builtIn: MonacoConfig = {
  version: "built-in",
  options: {
    fontSize: 13,
    lineHeight: 1.65,
    tabSize: 4,
    insertSpaces: true,
    detectIndentation: false,
    wordWrap: "off",
    lineNumbers: "on",
    minimap: false,
    folding: false,
    renderWhitespace: "selection",
    bracketPairColorization: false,
    quickSuggestions: false,
    wordBasedSuggestions: false,
    autoClosingBrackets: "languageDefined",
    autoClosingQuotes: "languageDefined",
    smoothScrolling: false,
    hover: true,
    accessibilitySupport: "auto",
    rulers: [],
  },
  themeRules: [
    { token: "keyword", color: "keyword", style: "normal" },
    { token: "string", color: "string", style: "normal" },
    { token: "number", color: "number", style: "normal" },
    { token: "comment", color: "comment", style: "italic" },
    { token: "definition", color: "def", style: "bold" },
  ],
  language: {
    keywords: words(
      "False None True and as assert async await break case class continue def del elif else except finally for " +
        "from global if import in is lambda match nonlocal not or pass raise return try while with yield",
    ),
    builtins: [],
    lineComment: "#",
    brackets: [
      { open: "(", close: ")" },
      { open: "[", close: "]" },
      { open: "{", close: "}" },
    ],
    quotes: ["'", '"'],
    indentAfter: words("async case class def elif else except finally for if match try while with"),
    outdentAfter: words("break continue pass raise return"),
  },
  shortcuts: [{ command: "submit", keys: ["CtrlCmd+Shift+Enter"], text: "Submit for grading" }],
};

/** What the editor uses while the skill does not answer, or is switched off. */
export function builtInConfig(request: Omit<MonacoConfigRequest, "language">): MonacoConfig {
  const { coarsePointer, screenReader } = request;
  return {
    ...builtIn,
    options: {
      ...builtIn.options,
      ...(coarsePointer ? { fontSize: 16, wordWrap: "on", hover: false } : {}),
      ...(screenReader ? { accessibilitySupport: "on", wordWrap: "off" } : {}),
    },
  };
}

function words(text: string): string[] {
  return text.split(" ");
}
