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
});
