import { z } from "zod";

/** What the browser tells the skill `monaco-config` about the place the editor will stand in. */
export const MonacoConfigRequest = z.strictObject({
  language: z.enum(["python"]),
  /** A finger rather than a mouse: larger text, no hover. */
  coarsePointer: z.boolean().default(false),
  /** The learner uses a screen reader. */
  screenReader: z.boolean().default(false),
  /** `high-contrast`: the reader asked their system for more contrast. */
  theme: z.enum(["standard", "high-contrast"]).default("standard"),
});
export type MonacoConfigRequest = z.infer<typeof MonacoConfigRequest>;

const EditorOptions = z.strictObject({
  fontSize: z.int().min(8).max(40),
  lineHeight: z.number().min(1).max(3),
  tabSize: z.int().min(1).max(8),
  insertSpaces: z.boolean(),
  detectIndentation: z.boolean(),
  wordWrap: z.enum(["off", "on"]),
  lineNumbers: z.enum(["on", "off"]),
  minimap: z.boolean(),
  folding: z.boolean(),
  renderWhitespace: z.enum(["none", "boundary", "selection", "all"]),
  bracketPairColorization: z.boolean(),
  quickSuggestions: z.boolean(),
  wordBasedSuggestions: z.boolean(),
  autoClosingBrackets: z.enum(["always", "languageDefined", "never"]),
  autoClosingQuotes: z.enum(["always", "languageDefined", "never"]),
  smoothScrolling: z.boolean(),
  hover: z.boolean(),
  accessibilitySupport: z.enum(["auto", "on", "off"]),
  /** Columns with a guide line, for example 79. */
  rulers: z.array(z.int().min(1).max(400)).max(4),
});

/** One kind of token and how it looks. A colour is a role of the design tokens, so one rule serves day and night. */
const ThemeRule = z.strictObject({
  token: z.string().regex(/^[a-z]+(\.[a-z]+)*$/),
  color: z.enum(["keyword", "string", "number", "comment", "name", "def", "text"]),
  style: z.enum(["normal", "bold", "italic"]),
});
export type ThemeRule = z.infer<typeof ThemeRule>;

const Word = z.string().regex(/^\w{1,40}$/);
const Pair = z.strictObject({ open: z.string().min(1).max(3), close: z.string().min(1).max(3) });

/** What the editor knows about the language, for highlighting, closing brackets and indenting. */
const LanguageSettings = z.strictObject({
  keywords: z.array(Word).max(100),
  builtins: z.array(Word).max(300),
  lineComment: z.string().min(1).max(3),
  brackets: z.array(Pair).max(8),
  quotes: z.array(z.string().length(1)).max(4),
  /** A line that starts with one of these and ends with a colon indents the next. */
  indentAfter: z.array(Word).max(40),
  /** A line that starts with one of these leaves the block it stands in. */
  outdentAfter: z.array(Word).max(20),
});
export type LanguageSettings = z.infer<typeof LanguageSettings>;

/** How the code editor looks and behaves. */
export const MonacoConfig = z.strictObject({
  /** Changes with every change of the configuration. */
  version: z.string().min(1).max(64),
  options: EditorOptions,
  themeRules: z.array(ThemeRule).max(40),
  language: LanguageSettings,
  /** Commands of the page and their keys in Monaco's spelling; `CtrlCmd` is Ctrl, or Cmd on a Mac. */
  shortcuts: z
    .array(
      z.strictObject({
        command: z.enum(["submit", "reset"]),
        keys: z
          .array(z.string().regex(/^((CtrlCmd|Shift|Alt)\+)*(Enter|F\d{1,2}|[A-Z]|Slash)$/))
          .min(1)
          .max(3),
        text: z.string().min(1).max(80),
      }),
    )
    .max(20),
});
export type MonacoConfig = z.infer<typeof MonacoConfig>;
