import { describe, expect, it } from "vitest";
import { Marker } from "./marker.ts";

describe("Marker", () => {
  it("marks in one statement what gathers while another statement runs", async () => {
    const statements: string[][] = [];
    const first = Promise.withResolvers<void>();
    const marker = new Marker(async (ids) => {
      statements.push([...ids]);
      if (statements.length === 1) await first.promise;
    });
    const marks = [marker.mark(["a"])];
    await Promise.resolve();
    await Promise.resolve();
    marks.push(marker.mark(["b"]), marker.mark(["c", "d"]));
    first.resolve();
    await Promise.all(marks);
    expect(statements).toEqual([["a"], ["b", "c", "d"]]);
  });

  it("tells of a failed statement only those whose rows it was to mark", async () => {
    let calls = 0;
    const marker = new Marker(async () => {
      calls += 1;
      if (calls === 1) throw new Error("connection lost");
    });
    await expect(marker.mark(["a"])).rejects.toThrow("connection lost");
    await expect(marker.mark(["b"])).resolves.toBeUndefined();
  });
});
