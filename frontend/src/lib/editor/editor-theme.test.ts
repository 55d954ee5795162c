import { describe, expect, it } from "vitest";
import { builtInConfig } from "../mcp/built-in-config.ts";
import { editorTheme, hexColor } from "./editor-theme.ts";

const config = builtInConfig({ coarsePointer: false, screenReader: false, theme: "standard" });

describe("the editor's theme", () => {
  it("takes every colour from a design token", () => {
    const asked: string[] = [];
    const theme = editorTheme(config, false, (token) => {
      asked.push(token);
      return "#123456";
    });
    expect(asked.every((token) => token.startsWith("--"))).toBe(true);
    expect(new Set(Object.values(theme.colors))).toEqual(new Set(["#123456"]));
  });

  it("gives each kind of token its rule", () => {
    const theme = editorTheme(config, true, (token) => (token === "--syn-comment" ? "#8c939c" : "#ffffff"));
    expect(theme.base).toBe("vs-dark");
    expect(theme.rules).toContainEqual({ token: "comment", foreground: "8c939c", fontStyle: "italic" });
  });

  it("reads the colours that a browser computes", () => {
    expect(hexColor("rgb(0, 89, 143)")).toBe("#00598f");
    expect(hexColor("color(srgb 1 0 0.5)")).toBe("#ff0080");
  });
});
