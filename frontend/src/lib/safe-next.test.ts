import { describe, expect, it } from "vitest";
import { safeNext } from "./safe-next.ts";

describe("safeNext", () => {
  it("keeps a path of our own", () => {
    expect(safeNext("/editor/two-sum?x=1")).toBe("/editor/two-sum?x=1");
  });

  it("never leaves this site", () => {
    const tricks = [
      "//evil.example",
      "/\\evil.example",
      "https://evil.example",
      "javascript:alert(1)",
      "",
      null,
    ];
    expect(tricks.map(safeNext)).toEqual(tricks.map(() => "/"));
  });

  it("is not fooled by characters that browsers drop", () => {
    expect(safeNext("/\t/evil.example")).toBe("/");
    expect(safeNext("/\n/evil.example")).toBe("/");
  });
});
