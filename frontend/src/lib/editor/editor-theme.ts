import type { MonacoConfig, ThemeRule } from "@mastery/contracts/monaco-config";
import type { editor } from "monaco-editor/editor/editor.api.js";

/** Where each colour of the editor comes from; the design tokens stay the only place with raw values. */
const surfaces = {
  "editor.background": "--surface",
  "editor.foreground": "--syn-name",
  "editorCursor.foreground": "--text",
  "editor.selectionBackground": "--selection",
  "editor.inactiveSelectionBackground": "--fill-pressed",
  "editor.selectionHighlightBackground": "--fill-hover",
  "editor.wordHighlightBackground": "--fill-hover",
  "editor.findMatchBackground": "--warn-tint",
  "editor.findMatchBorder": "--warn",
  "editor.findMatchHighlightBackground": "--warn-tint",
  "editor.lineHighlightBackground": "--sunken",
  "editor.lineHighlightBorder": "--sunken",
  "editorLineNumber.foreground": "--text-muted",
  "editorLineNumber.activeForeground": "--text",
  "editorIndentGuide.background1": "--line",
  "editorIndentGuide.activeBackground1": "--line-control",
  "editorRuler.foreground": "--line",
  "editorWhitespace.foreground": "--line-control",
  "editorBracketMatch.background": "--accent-tint",
  "editorBracketMatch.border": "--accent-line",
  "editorWidget.background": "--raised",
  "editorWidget.foreground": "--text",
  "editorWidget.border": "--line",
  "editorSuggestWidget.selectedBackground": "--accent-tint",
  "editorSuggestWidget.selectedForeground": "--text",
  "editorHoverWidget.background": "--raised",
  "input.background": "--surface",
  "input.foreground": "--text",
  "input.border": "--line-control",
  "editorSuggestWidget.highlightForeground": "--accent-text",
  "editorSuggestWidget.focusHighlightForeground": "--accent-text",
  "editorSuggestWidget.foreground": "--text",
  "quickInput.background": "--raised",
  "quickInput.foreground": "--text",
  focusBorder: "--focus",
  foreground: "--text",
  "widget.shadow": "--line",
} as const;

const ruleColors: Record<ThemeRule["color"], string> = {
  keyword: "--syn-keyword",
  string: "--syn-string",
  number: "--syn-number",
  comment: "--syn-comment",
  name: "--syn-name",
  def: "--syn-def",
  text: "--text",
};

/** The editor's theme in the colours that the page shows just now. `colorOf` gives `#rrggbb` for a token's name. */
export function editorTheme(
  config: Pick<MonacoConfig, "themeRules">,
  dark: boolean,
  colorOf: (token: string) => string,
): editor.IStandaloneThemeData {
  return {
    base: dark ? "vs-dark" : "vs",
    inherit: false,
    colors: Object.fromEntries(Object.entries(surfaces).map(([name, token]) => [name, colorOf(token)])),
    rules: [
      { token: "", foreground: bare(colorOf("--syn-name")), background: bare(colorOf("--surface")) },
      ...config.themeRules.map(({ token, color, style }) => ({
        token,
        foreground: bare(colorOf(ruleColors[color])),
        fontStyle: style === "normal" ? "" : style,
      })),
    ],
  };
}

/** What a CSS colour such as `rgb(1, 2, 3)` is in hexadecimal; black for what cannot be read. */
export function hexColor(css: string): string {
  const parts = css.match(/[\d.]+/g)?.map(Number) ?? [];
  const [red = 0, green = 0, blue = 0] = css.startsWith("color(")
    ? parts.slice(-3).map((part) => part * 255)
    : parts;
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, "0")).join("")}`;
}

function bare(hex: string): string {
  return hex.slice(1);
}
