import type { LanguageSettings } from "@mastery/contracts/monaco-config";
import type { languages } from "monaco-editor/editor/editor.api.js";

const name = /[\p{L}_][\p{L}\p{N}_]*/u;
const stringPrefix = /(?:[rRbBuU]|[fFtT]|[rR][bBfFtT]|[bBfFtT][rR])?/;

/** Colours for Python; which words stand out comes from the skill. */
export function pythonTokens(settings: LanguageSettings): languages.IMonarchLanguage {
  return {
    defaultToken: "",
    unicode: true,
    keywords: settings.keywords,
    builtins: settings.builtins,
    tokenizer: {
      root: [
        [/#.*$/, "comment"],
        [/(def|class)(\s+)([\p{L}_][\p{L}\p{N}_]*)/u, ["keyword", "", "definition"]],
        // A name in capitals at the start of a line is defined there, too.
        [/^[A-Z][A-Z0-9_]*(?=\s*(?::[^=]*)?=[^=])/, "definition"],
        [/@[\p{L}_][\p{L}\p{N}_.]*/u, "decorator"],
        [new RegExp(`${stringPrefix.source}("""|''')`), { token: "string", next: "@long.$1" }],
        [new RegExp(`${stringPrefix.source}(["'])`), { token: "string", next: "@short.$1" }],
        [/0[xX][\da-fA-F_]+|0[bB][01_]+|0[oO][0-7_]+/, "number"],
        [/(?:\d[\d_]*)?\.?\d[\d_]*(?:[eE][+-]?\d+)?[jJ]?/, "number"],
        [/\.[\p{L}_][\p{L}\p{N}_]*/u, ""],
        [name, { cases: { "@keywords": "keyword", "@builtins": "builtin", "@default": "" } }],
      ],
      long: [
        [/[^"'\\]+/, "string"],
        [/\\./, "string"],
        [/"""|'''/, { cases: { "$0==$S2": { token: "string", next: "@pop" }, "@default": "string" } }],
        [/["'\\]/, "string"],
      ],
      short: [
        [/[^"'\\]+$/, { token: "string", next: "@pop" }],
        [/[^"'\\]+/, "string"],
        [/\\$/, "string"],
        [/\\./, "string"],
        // An unclosed text ends with its line, or the rest of the file would be coloured as one.
        [/["']$/, { token: "string", next: "@pop" }],
        [/["']/, { cases: { "$0==$S2": { token: "string", next: "@pop" }, "@default": "string" } }],
      ],
    },
  };
}

/** How Python is typed: brackets close themselves, a block indents, and what ends a block leads out of it. */
export function pythonTyping(
  settings: LanguageSettings,
  indent: typeof languages.IndentAction,
): languages.LanguageConfiguration {
  const { brackets, quotes, lineComment } = settings;
  const quotePairs = quotes.map((quote) => ({ open: quote, close: quote }));
  return {
    comments: { lineComment },
    brackets: brackets.map(({ open, close }) => [open, close]),
    autoClosingPairs: [...brackets, ...quotePairs.map((pair) => ({ ...pair, notIn: ["string", "comment"] }))],
    surroundingPairs: [...brackets, ...quotePairs],
    onEnterRules: [
      {
        beforeText: new RegExp(`^\\s*(?:${settings.indentAfter.join("|")})\\b.*:\\s*(?:#.*)?$`),
        action: { indentAction: indent.Indent },
      },
      {
        beforeText: new RegExp(`^\\s*(?:${settings.outdentAfter.join("|")})\\b[^([{]*$`),
        action: { indentAction: indent.Outdent },
      },
    ],
    folding: { offSide: true },
  };
}
