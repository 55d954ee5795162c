import { describe, expect, it } from "vitest";
import { createAtMost } from "./at-most.ts";

describe("createAtMost", () => {
  it("starts the next in line as soon as one is done, also when that one failed", async () => {
    const atMost = createAtMost(1);
    const order: string[] = [];
    const failed = atMost(async () => {
      order.push("first");
      throw new Error("first failed");
    });
    const second = atMost(async () => order.push("second"));
    const third = atMost(async () => order.push("third"));
    await expect(failed).rejects.toThrow("first failed");
    await Promise.all([second, third]);
    expect(order).toEqual(["first", "second", "third"]);
  });
});
