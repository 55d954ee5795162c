import { z } from "zod";

/** What the browser tells the skill `monaco-config` about the place the editor will stand in. */
export const MonacoConfigRequest = z.strictObject({
  language: z.enum(["python"]),
  /** A finger rather than a mouse: larger text, no hover. */
  coarsePointer: z.boolean().default(false),
  /** The learner uses a screen reader. */
  screenReader: z.boolean().default(false),
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
  stickyScroll: z.boolean(),
  smoothScrolling: z.boolean(),
  hover: z.boolean(),
  accessibilitySupport: z.enum(["auto", "on", "off"]),
  /** Columns with a guide line, for example 79. */
  rulers: z.array(z.int().min(1).max(400)).max(4),
});

/** How the code editor looks and behaves. */
export const MonacoConfig = z.strictObject({
  /** Changes with every change of the configuration. */
  version: z.string().min(1).max(64),
  options: EditorOptions,
  /** Commands of the page and their keys in Monaco's spelling; `CtrlCmd` is Ctrl, or Cmd on a Mac. */
  shortcuts: z
    .array(
      z.strictObject({
        command: z.enum(["submit", "next-hint", "reset", "show-shortcuts"]),
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
