import { describe, expect, it } from "vitest";
import { readCursor, writeCursor } from "./cursor.ts";
import { traceparentOf } from "./traceparent.ts";

describe("a cursor", () => {
  it("reads back as it was written", () => {
    const cursor = { submittedAt: new Date("2026-11-23T12:00:00.123Z"), id: "0199-abc_D" };
    expect(readCursor(writeCursor(cursor))).toEqual(cursor);
  });

  it.each(["", "1", "1.", ".a", "x.a", "1.a b", "1.a.b", `1.${"a".repeat(65)}`])("refuses %j", (text) => {
    expect(readCursor(text)).toBeUndefined();
  });
});

describe("a traceparent", () => {
  it("is passed on when it is one, and dropped otherwise", () => {
    const valid = `00-${"a".repeat(32)}-${"b".repeat(16)}-01`;
    expect(traceparentOf(valid)).toBe(valid);
    for (const header of [undefined, "", `${valid}x`, valid.toUpperCase(), [valid]]) {
      expect(traceparentOf(header)).toBeNull();
    }
  });
});
