import { describe, expect, it } from "vitest";
import { storableJson, storableText } from "./storable-text.ts";

describe("storable text", () => {
  it("shows NUL and half a surrogate pair as symbols, and leaves everything else as it is", () => {
    expect(storableText("a\u0000b\ud83dc 😀 é\n")).toBe("a␀b\ufffdc 😀 é\n");
  });

  it("reaches every string of a document", () => {
    expect(JSON.parse(storableJson({ tests: [{ got: "\u0000", ms: 2 }], none: null }))).toEqual({
      tests: [{ got: "␀", ms: 2 }],
      none: null,
    });
  });
});
