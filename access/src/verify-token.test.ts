import { createHmac } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT } from "jose";
import { beforeAll, describe, expect, it } from "vitest";
import { createTokenVerifier, type VerifyToken } from "./verify-token.ts";

const now = new Date("2026-03-01T10:00:00Z");
const issuedAt = now.getTime() / 1000;
const good = {
  iss: "mastery-engine",
  aud: "mastery-api",
  sub: "account-1",
  studentId: "student-1",
  role: "student",
  permissions: ["exercise:read"],
  sid: "session-1",
  jti: "token-1",
  iat: issuedAt,
  exp: issuedAt + 900,
};

type PrivateKey = Awaited<ReturnType<typeof generateKeyPair>>["privateKey"];

let privateKey: PrivateKey;
let strangersKey: PrivateKey;
let verify: VerifyToken;
let publicJwk: Awaited<ReturnType<typeof exportJWK>>;

beforeAll(async () => {
  const pair = await generateKeyPair("ES256");
  privateKey = pair.privateKey;
  strangersKey = (await generateKeyPair("ES256")).privateKey;
  publicJwk = { ...(await exportJWK(pair.publicKey)), kid: "k1", alg: "ES256", use: "sig" };
  verify = createTokenVerifier({ jwks: { keys: [publicJwk] } }, () => now);
});

function sign(payload: Record<string, unknown>, key = privateKey, kid = "k1"): Promise<string> {
  return new SignJWT(payload).setProtectedHeader({ alg: "ES256", kid }).sign(key);
}

function encoded(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString("base64url");
}

describe("verifying an access token", () => {
  it("gives the claims of a good token", async () => {
    expect(await verify(await sign(good))).toEqual({ type: "valid", claims: good });
  });

  it("refuses a token in the second it expires", async () => {
    const token = await sign({ ...good, exp: issuedAt });
    expect(await verify(token)).toEqual({ type: "invalid", reason: "expired" });
  });

  it.each([
    ["another issuer", { iss: "somebody-else" }],
    ["another audience", { aud: "another-api" }],
    ["no expiry", { exp: undefined }],
    ["no subject", { sub: undefined }],
    ["no session", { sid: undefined }],
    ["an unknown role", { role: "head-teacher" }],
    ["an id with a path in it", { sub: "../admin" }],
  ])("refuses a well-signed token with %s", async (_what, change) => {
    expect(await verify(await sign({ ...good, ...change }))).toEqual({ type: "invalid", reason: "claims" });
  });

  it("refuses a token signed by a stranger's key under our key id", async () => {
    expect(await verify(await sign(good, strangersKey))).toEqual({ type: "invalid", reason: "signature" });
  });

  it("refuses a key id that we never used", async () => {
    const token = await sign(good, privateKey, "k2");
    expect(await verify(token)).toEqual({ type: "invalid", reason: "signature" });
  });

  it("refuses a token whose payload was exchanged under its signature", async () => {
    const [header, , signature] = (await sign(good)).split(".");
    const forged = [header, encoded({ ...good, role: "admin" }), signature].join(".");
    expect(await verify(forged)).toEqual({ type: "invalid", reason: "signature" });
  });

  it("refuses an unsigned token", async () => {
    const token = `${encoded({ alg: "none", kid: "k1" })}.${encoded(good)}.`;
    expect(await verify(token)).toMatchObject({ type: "invalid" });
  });

  it("refuses a token that uses the public key as a shared secret", async () => {
    const head = `${encoded({ alg: "HS256", kid: "k1" })}.${encoded(good)}`;
    const mac = createHmac("sha256", JSON.stringify(publicJwk)).update(head).digest("base64url");
    expect(await verify(`${head}.${mac}`)).toMatchObject({ type: "invalid" });
  });

  it.each(["", "a", "a.b", "a.b.c", "....", "null.null.null"])("refuses %j as malformed", async (token) => {
    expect(await verify(token)).toEqual({ type: "invalid", reason: "malformed" });
  });
});

describe("verifying with keys served by the engine", () => {
  it("fetches them, and throws rather than blame the token when they cannot be fetched", async () => {
    const server = createServer((_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ keys: [publicJwk] }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo; // listening on TCP, so it has a port
    const url = new URL(`http://127.0.0.1:${port}/jwks`);
    expect(await createTokenVerifier({ url }, () => now)(await sign(good))).toMatchObject({ type: "valid" });
    await new Promise((resolve) => server.close(resolve));
    await expect(createTokenVerifier({ url }, () => now)(await sign(good))).rejects.toThrow("fetch failed");
  });
});
