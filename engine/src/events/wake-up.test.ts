import { describe, expect, it } from "vitest";
import { createWakeUp } from "./wake-up.ts";

const longMs = 600_000;

describe("a wake-up", () => {
  it("remembers one call that came while nobody waited", async () => {
    const wakeUp = createWakeUp();
    wakeUp.wake();
    wakeUp.wake();
    await wakeUp.next(longMs);
    const second = wakeUp.next(longMs).then(() => "woken");
    expect(await Promise.race([second, Promise.resolve("asleep")])).toBe("asleep");
    wakeUp.wake();
    expect(await second).toBe("woken");
  });

  it("resolves by itself when the time is over", async () => {
    await expect(createWakeUp().next(1)).resolves.toBeUndefined();
  });
});
