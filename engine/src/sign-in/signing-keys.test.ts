import { createPublicKey } from "node:crypto";
import { chmod, mkdtemp, readdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createTokenVerifier } from "@mastery/access/verify-token";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Person } from "../stores/accounts.ts";
import { mintAccessToken } from "./access-token.ts";
import { loadSigningKeys, rotateSigningKeys } from "./signing-keys.ts";

const person: Person = {
  id: "account",
  studentId: "student",
  role: "student",
  displayName: "Ada",
  timeZone: "UTC",
  demo: false,
  courses: [],
};

let dir: string;
beforeEach(async () => {
  dir = join(await mkdtemp(join(tmpdir(), "mastery-keys-")), "keys");
});
afterEach(() => rm(join(dir, ".."), { recursive: true, force: true }));

describe("the signing keys in the data folder", () => {
  it("are made once and found again after a restart", async () => {
    const first = await loadSigningKeys(dir);
    const second = await loadSigningKeys(dir);
    expect(second.jwks).toEqual(first.jwks);
    expect(second.kid).toBe(first.kid);
  });

  it("are the same for processes that start on an empty folder together, and no draft stays behind", async () => {
    const all = await Promise.all(Array.from({ length: 8 }, () => loadSigningKeys(dir)));
    expect(new Set(all.map((keys) => keys.kid)).size).toBe(1);
    expect(await readdir(dir)).toEqual(["signing-keys.json"]);
  });

  it("can be read by their owner only, even if they were restored with wider rights", async () => {
    await loadSigningKeys(dir);
    const path = join(dir, "signing-keys.json");
    expect((await stat(path)).mode & 0o777).toBe(0o600);
    await chmod(path, 0o644);
    await loadSigningKeys(dir);
    expect((await stat(path)).mode & 0o777).toBe(0o600);
  });

  it("publish nothing private", async () => {
    const { jwks, publicPem } = await loadSigningKeys(dir);
    for (const key of jwks.keys) {
      expect(Object.keys(key).sort()).toEqual(["alg", "crv", "kid", "kty", "use", "x", "y"]);
    }
    expect(createPublicKey(publicPem).asymmetricKeyType).toBe("ec");
  });

  it("rotate without invalidating the tokens that are out", async () => {
    const before = await loadSigningKeys(dir);
    const token = await mintAccessToken(before, { person, sessionId: "session" }, new Date());
    const after = await rotateSigningKeys(dir);
    expect(after.kid).not.toBe(before.kid);
    expect(after.publicPems.map(({ kid }) => kid)).toEqual([after.kid, before.kid]);
    expect(await createTokenVerifier({ jwks: after.jwks })(token)).toMatchObject({ type: "valid" });
    expect((await loadSigningKeys(dir)).kid).toBe(after.kid);
  });

  it("stop the start when the file is damaged, rather than be replaced in silence", async () => {
    await loadSigningKeys(dir);
    await writeFile(join(dir, "signing-keys.json"), "{}");
    await expect(loadSigningKeys(dir)).rejects.toThrow("privatePems");
  });
});
