import { generateKeyPairSync, type KeyObject } from "node:crypto";
import { SignJWT, UnsecuredJWT, base64url } from "jose";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "../../testing/start-test-gateway.ts";
import { echo, startUpstream, type Upstream } from "../../testing/start-upstream.ts";

const now = 1_800_000_000;
const keys = {
  ES256: generateKeyPairSync("ec", { namedCurve: "prime256v1" }),
  ES384: generateKeyPairSync("ec", { namedCurve: "secp384r1" }),
  RS256: generateKeyPairSync("rsa", { modulusLength: 2048 }),
  EdDSA: generateKeyPairSync("ed25519"),
};
const secret = Buffer.from("a secret of thirty-two bytes.....");
const pem = (key: KeyObject) => key.export({ type: "spki", format: "pem" }).toString();

let upstream: Upstream;
let gateway: TestGateway;

beforeAll(async () => {
  upstream = await startUpstream(echo);
  gateway = await startTestGateway(
    upstream.url,
    {
      consumers: [{ username: "school" }, { username: "partner", custom_id: "p-1" }],
      jwt_secrets: [
        ...Object.entries(keys).map(([algorithm, { publicKey }]) => ({
          consumer: "school",
          key: `iss-${algorithm}`,
          algorithm,
          rsa_public_key: pem(publicKey),
        })),
        { consumer: "partner", key: "iss-HS256", algorithm: "HS256", secret: secret.toString() },
      ],
      plugins: [
        {
          name: "jwt",
          config: {
            claims_to_verify: ["exp", "nbf"],
            maximum_expiration: 900,
            cookie_names: ["mastery_at", "__Host-mastery_at"],
            uri_param_names: [],
          },
        },
      ],
    },
    { clock: () => now * 1000 },
  );
});

afterAll(async () => {
  await gateway.close();
  await upstream.close();
});

type Claims = Record<string, unknown>;
const valid: Claims = { iss: "iss-ES256", exp: now + 600, nbf: now - 5, sub: "ada" };

function sign(claims: Claims = valid, alg = "ES256", key: KeyObject | Uint8Array = keys.ES256.privateKey) {
  return new SignJWT(claims).setProtectedHeader({ alg }).sign(key);
}

/** A token whose parts are exactly what the test says; the signature is the given text. */
function forge(header: unknown, payload: unknown, signature = "c2ln") {
  const part = (value: unknown) => base64url.encode(JSON.stringify(value));
  return `${part(header)}.${part(payload)}.${signature}`;
}

async function call(headers: Record<string, string>) {
  const response = await fetch(`${gateway.url}/api/x`, { headers });
  return { status: response.status, headers: response.headers, body: await response.text() };
}
const bearer = (token: string) => call({ authorization: `Bearer ${token}` });

/** Everything of an answer that tells the client why. */
async function answerTo(token: string) {
  const { status, headers, body } = await bearer(token);
  return { status, body, challenge: headers.get("www-authenticate") };
}

function refusal(body: object) {
  return { status: 401, body: JSON.stringify(body), challenge: 'Bearer error="invalid_token"' };
}

describe("jwt, without a token", () => {
  it.each([
    ["no header", {}],
    ["Basic", { authorization: "Basic YTpi" }],
    ["empty", { authorization: "Bearer " }],
  ])("answers 401 Unauthorized: %s", async (_case, headers) => {
    const answer = await call(headers);
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Unauthorized"}' });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
    expect(answer.headers.get("content-type")).toBe("application/json; charset=utf-8");
  });

  it("answers 401 to an empty cookie", async () => {
    expect(await call({ cookie: "mastery_at=; other=1" })).toMatchObject({ status: 401 });
  });
});

describe("jwt, a token that can not be read", () => {
  it.each(["not-a-token", "two.parts", "a.b.c", "%%%.%%%.%%%", "...", "x".repeat(9000)])(
    "answers invalid JSON to %.20s",
    async (token) => expect(await answerTo(token)).toEqual(refusal({ message: "Bad token; invalid JSON" })),
  );

  it.each(["none", "None", undefined, 256, ["ES256"], "ES257"])("answers invalid alg to %s", async (alg) =>
    expect(await answerTo(forge({ alg }, valid))).toEqual(refusal({ message: "Bad token; invalid alg" })),
  );

  it("answers invalid alg to an unsecured token", async () =>
    expect(await answerTo(new UnsecuredJWT(valid).encode())).toEqual(
      refusal({ message: "Bad token; invalid alg" }),
    ));

  it.each([null, 5, "text"])("answers 401 to a payload that is %s, where Kong fails", async (payload) =>
    expect(await answerTo(forge({ alg: "ES256" }, payload))).toEqual(
      refusal({ message: "Bad token; invalid claims" }),
    ),
  );

  it("answers 401 to a header that is null, where Kong fails", async () =>
    expect(await answerTo(forge(null, valid))).toEqual(refusal({ message: "Bad token; invalid alg" })));
});

describe("jwt, issuer and key", () => {
  it("answers 401 without iss", async () =>
    expect(await answerTo(forge({ alg: "ES256" }, { exp: now + 60 }))).toEqual(
      refusal({ message: "No mandatory 'iss' in claims" }),
    ));

  it.each(["", 7, ["iss-ES256"], { a: 1 }])("answers 401 when iss is %j", async (iss) =>
    expect(await answerTo(forge({ alg: "ES256" }, { ...valid, iss }))).toEqual(
      refusal({ message: "Invalid 'iss' in claims" }),
    ),
  );

  it.each(["nobody", "__proto__", "constructor"])("answers 401 to the unknown iss %s", async (iss) =>
    expect(await answerTo(forge({ alg: "ES256" }, { ...valid, iss }))).toEqual(
      refusal({
        message: "No credentials found for given 'iss'",
      }),
    ),
  );

  it("answers 401 to another algorithm than the key's", async () =>
    expect(await answerTo(await sign({ ...valid, iss: "iss-ES256" }, "HS256", secret))).toEqual(
      refusal({
        message: "Invalid algorithm",
      }),
    ));

  it("refuses a token signed with the public key as if it were a shared secret", async () => {
    const confused = Buffer.from(pem(keys.RS256.publicKey));
    expect(await answerTo(await sign({ ...valid, iss: "iss-RS256" }, "HS256", confused))).toEqual(
      refusal({
        message: "Invalid algorithm",
      }),
    );
  });
});

describe("jwt, the signature", () => {
  it("answers 401 to an empty signature", async () => {
    const token = await sign();
    expect(await answerTo(token.slice(0, token.lastIndexOf(".") + 1))).toEqual(
      refusal({ message: "Invalid signature" }),
    );
  });

  it("answers 401 to another key's signature", async () => {
    const stranger = generateKeyPairSync("ec", { namedCurve: "prime256v1" }).privateKey;
    expect(await answerTo(await sign(valid, "ES256", stranger))).toEqual(
      refusal({ message: "Invalid signature" }),
    );
  });

  it("answers 401 when the payload was changed after signing", async () => {
    const [header, , signature] = (await sign()).split(".");
    const changed = base64url.encode(JSON.stringify({ ...valid, sub: "mallory" }));
    expect(await answerTo(`${header}.${changed}.${signature}`)).toEqual(
      refusal({ message: "Invalid signature" }),
    );
  });

  it("answers 401 to an ES256 signature in the other encoding", async () => {
    const [header, payload] = (await sign()).split(".");
    expect(await answerTo(`${header}.${payload}.${base64url.encode(Buffer.alloc(71, 48))}`)).toEqual(
      refusal({
        message: "Invalid signature",
      }),
    );
  });

  it.each(["ES256", "ES384", "RS256", "EdDSA"] as const)("lets a good %s token pass", async (alg) => {
    const token = await sign({ ...valid, iss: `iss-${alg}` }, alg, keys[alg].privateKey);
    expect((await bearer(token)).status).toBe(200);
  });

  it("lets a good HS256 token pass", async () => {
    expect((await bearer(await sign({ ...valid, iss: "iss-HS256" }, "HS256", secret))).status).toBe(200);
  });
});

describe("jwt, time", () => {
  it.each([
    ["exp one second ago", { exp: now - 1 }, { exp: "token expired" }],
    ["exp now, without leeway", { exp: now }, { exp: "token expired" }],
    ["exp missing", { exp: undefined }, { exp: "must be a number" }],
    ["exp null", { exp: null }, { exp: "must be a number" }],
    ["nbf in the future", { nbf: now + 1 }, { nbf: "token not valid yet" }],
    ["exp too far away", { exp: now + 901 }, { exp: "exceeds maximum allowed expiration" }],
    ["both wrong", { exp: now, nbf: now + 1 }, { exp: "token expired", nbf: "token not valid yet" }],
  ])("answers 401: %s", async (_case, changed, body) => {
    expect(await answerTo(await sign({ ...valid, ...changed }))).toEqual(refusal(body));
  });

  it("answers 401 when exp is text", async () => {
    const { createSign } = await import("node:crypto");
    const part = (value: unknown) => base64url.encode(JSON.stringify(value));
    const signed = `${part({ alg: "ES256" })}.${part({ ...valid, exp: String(now + 60) })}`;
    const signature = createSign("sha256")
      .update(signed)
      .sign({ key: keys.ES256.privateKey, dsaEncoding: "ieee-p1363" });
    expect(await answerTo(`${signed}.${base64url.encode(signature)}`)).toEqual(
      refusal({ exp: "must be a number" }),
    );
  });

  it("lets a token pass that lives exactly as long as allowed", async () => {
    expect((await bearer(await sign({ ...valid, exp: now + 900, nbf: now }))).status).toBe(200);
  });
});

describe("jwt, where tokens stand", () => {
  it.each(["mastery_at", "__Host-mastery_at"])("reads the cookie %s", async (name) => {
    expect((await call({ cookie: `a=1; ${name}=${await sign()}; b=2` })).status).toBe(200);
  });

  it("does not read a token from the address", async () => {
    const response = await fetch(`${gateway.url}/api/x?jwt=${await sign()}`);
    expect(response.status).toBe(401);
  });

  it("refuses two different tokens", async () => {
    const cookie = `mastery_at=${await sign({ ...valid, sub: "b" })}`;
    const answer = await call({ authorization: `Bearer ${await sign()}`, cookie });
    expect(answer).toMatchObject({ status: 401, body: '{"message":"Multiple tokens provided"}' });
  });

  it("takes the same token in two places as one", async () => {
    const token = await sign();
    expect((await call({ authorization: `Bearer ${token}`, cookie: `mastery_at=${token}` })).status).toBe(
      200,
    );
  });

  it("answers 401 to OPTIONS that is no preflight", async () => {
    expect((await fetch(gateway.url, { method: "OPTIONS" })).status).toBe(401);
  });

  it("forwards the token and says whose it is, over what the client claims", async () => {
    const token = await sign();
    const answer = await call({
      authorization: `Bearer ${token}`,
      "x-consumer-username": "admin",
      "x-consumer-custom-id": "forged",
      "x-anonymous-consumer": "true",
    });
    const { headers } = JSON.parse(answer.body) as { headers: Record<string, string> };
    expect(headers).toMatchObject({
      authorization: `Bearer ${token}`,
      "x-consumer-username": "school",
      "x-credential-identifier": "iss-ES256",
    });
    expect(headers["x-consumer-id"]).toMatch(/^[0-9a-f-]{36}$/);
    expect(headers).not.toHaveProperty("x-consumer-custom-id");
    expect(headers).not.toHaveProperty("x-anonymous-consumer");
  });
});
