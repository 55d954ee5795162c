import { generateKeyPairSync } from "node:crypto";
import { SignJWT } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "../../testing/start-test-gateway.ts";
import { echo, startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const now = 1_800_000_000;
const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const strip_header_prefixes = ["x-mastery-", "x-consumer-", "x-credential-"];
let upstream: Upstream;
let gateway: TestGateway;
let kongAuth = true;

beforeAll(async () => {
  upstream = await startUpstream(echo);
  gateway = await startTestGateway(
    upstream.url,
    {
      routes: [
        { name: "api", service: "service", paths: ["/api/"], strip_path: false },
        { name: "public", service: "service", paths: ["/public/"], strip_path: false },
      ],
      consumers: [{ username: "mastery-engine" }],
      jwt_secrets: [
        {
          consumer: "mastery-engine",
          key: "key-1",
          algorithm: "ES256",
          rsa_public_key: publicKey.export({ type: "spki", format: "pem" }).toString(),
        },
      ],
      plugins: [
        { name: "jwt-claims", config: { strip_header_prefixes } },
        { name: "jwt", route: "api", config: { key_claim_name: "kid", claims_to_verify: ["exp"] } },
        {
          name: "jwt-claims",
          route: "api",
          config: {
            strip_header_prefixes,
            audience: "mastery-api",
            issuer: "mastery-engine",
            required_claims: ["sub"],
            claim_headers: { "X-Mastery-Subject": "sub", "X-Mastery-Student": "studentId" },
          },
        },
        {
          name: "rate-limiting",
          route: "api",
          config: { minute: 2, limit_by: "header", header_name: "X-Mastery-Subject" },
        },
      ],
    },
    { clock: () => now * 1000, flags: { kongAuth: () => kongAuth } },
  );
});

afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

const valid = { iss: "mastery-engine", aud: "mastery-api", sub: "ada", exp: now + 60 };

async function call(path: string, claims: object | undefined, headers: Record<string, string> = {}) {
  const token =
    claims &&
    (await new SignJWT({ ...claims }).setProtectedHeader({ alg: "ES256", kid: "key-1" }).sign(privateKey));
  const response = await fetch(gateway.url + path, {
    headers: { ...headers, ...(token && { authorization: `Bearer ${token}` }) },
  });
  const body = (await response.json()) as { headers?: Record<string, string> };
  return { status: response.status, body, seen: body.headers ?? {} };
}

const forged = {
  "x-mastery-subject": "root",
  x_mastery_subject: "root",
  "x-mastery-role": "admin",
  "x-consumer-username": "admin",
  X_Consumer_Id: "1",
};

describe("jwt-claims", () => {
  it("tells the service the verified subject, never the client's word for it", async () => {
    const { status, seen } = await call("/api/x", { ...valid, sub: "learner-1" }, forged);
    expect(status).toBe(200);
    expect(seen["x-mastery-subject"]).toBe("learner-1");
    expect(seen["x-consumer-username"]).toBe("mastery-engine");
    for (const name of ["x_mastery_subject", "x-mastery-role", "x_consumer_id", "x-mastery-student"]) {
      expect(seen).not.toHaveProperty(name);
    }
  });

  it("removes identity headers on public routes", async () => {
    const { status, seen } = await call("/public/x", undefined, forged);
    expect(status).toBe(200);
    expect(Object.keys(seen).filter((name) => /mastery|consumer/.test(name))).toEqual([]);
  });

  it("does not let a client hide the gateway's headers behind Connection", async () => {
    const { request } = await import("node:http");
    const token = await new SignJWT({ ...valid, sub: "learner-2" })
      .setProtectedHeader({ alg: "ES256", kid: "key-1" })
      .sign(privateKey);
    const seen = await new Promise<string>((resolve, reject) => {
      const headers = { authorization: `Bearer ${token}`, connection: "close, x-mastery-subject" };
      request(`${gateway.url}/api/x`, { headers }, (response) => {
        response.setEncoding("utf8").once("data", resolve);
      })
        .on("error", reject)
        .end();
    });
    expect(JSON.parse(seen)).toMatchObject({ headers: { "x-mastery-subject": "learner-2" } });
  });

  it("takes a list of audiences that holds ours", async () => {
    expect((await call("/api/x", { ...valid, sub: "a", aud: ["other", "mastery-api"] })).status).toBe(200);
  });

  it.each([
    ["another audience", { aud: "other" }, { aud: "invalid audience" }],
    ["no audience", { aud: undefined }, { aud: "invalid audience" }],
    ["another issuer", { iss: "other" }, { iss: "invalid issuer" }],
    ["no subject", { sub: undefined }, { sub: "must be a text" }],
    ["a subject that is no text", { sub: 7 }, { sub: "must be a text" }],
    ["a subject that would break a header", { sub: "a\r\nx: y" }, { sub: "must be a text" }],
  ])("answers 401 to %s", async (_case, changed, body) => {
    expect(await call("/api/x", { ...valid, ...changed })).toMatchObject({ status: 401, body });
  });

  it("counts each subject apart", async () => {
    const statuses = [];
    for (let count = 0; count < 3; count += 1)
      statuses.push((await call("/api/x", { ...valid, sub: "c" })).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await call("/api/x", { ...valid, sub: "d" })).status).toBe(200);
  });

  it("without KONG_AUTH checks nothing, still strips, and counts by address", async () => {
    kongAuth = false;
    try {
      const first = await call("/api/x", { ...valid, exp: now - 60, sub: "e" }, forged);
      expect(first.status).toBe(200);
      expect(Object.keys(first.seen).filter((name) => /mastery|consumer/.test(name))).toEqual([]);
      expect(first.seen["authorization"]).toMatch(/^Bearer /);
      const rest = [await call("/api/x", undefined, forged), await call("/api/x", { ...valid, sub: "f" })];
      expect(rest.map(({ status }) => status)).toEqual([200, 429]);
    } finally {
      kongAuth = true;
    }
  });
});
