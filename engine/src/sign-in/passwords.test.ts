import { describe, expect, it } from "vitest";
import { hashPassword, isPassword } from "./passwords.ts";

describe("passwords", () => {
  it("are kept as argon2id with 19 MiB and two passes", async () => {
    expect(await hashPassword("correct horse")).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it("fit their own hash and no other", async () => {
    const hash = await hashPassword("correct horse");
    expect(await isPassword(hash, "correct horse")).toBe(true);
    expect(await isPassword(hash, "correct horse ")).toBe(false);
  });

  it("never fit where there is no account, not even the one the stand-in hash is made of", async () => {
    expect(await isPassword(undefined, "nobody signs in with this")).toBe(false);
  });

  it("are checked in full where there is no account, so that time tells nothing", async () => {
    const hash = await hashPassword("correct horse");
    await isPassword(undefined, "first use makes the stand-in hash");
    const stranger = await durations(() => isPassword(undefined, "wrong horse"));
    const known = await durations(() => isPassword(hash, "wrong horse"));
    expect(Math.max(...stranger)).toBeGreaterThan(Math.min(...known) / 2);
  });
});

async function durations(task: () => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let i = 0; i < 5; i += 1) {
    const start = performance.now();
    await task();
    times.push(performance.now() - start);
  }
  return times;
}
