import { constants, createHmac, timingSafeEqual, verify, type KeyObject } from "node:crypto";
import type { SignatureAlgorithm } from "../../credentials.ts";

/** Whether the key made this signature. The algorithm is the credential's, never the token's own word. */
export function verifySignature(
  algorithm: SignatureAlgorithm,
  key: KeyObject,
  signed: string,
  signature: Buffer,
): boolean {
  const data = Buffer.from(signed, "latin1");
  const digest = `sha${algorithm.slice(2)}`;
  switch (algorithm) {
    case "HS256":
    case "HS384":
    case "HS512": {
      const expected = createHmac(digest, key).update(data).digest();
      return expected.length === signature.length && timingSafeEqual(expected, signature);
    }
    case "RS256":
    case "RS384":
    case "RS512":
      return verify(digest, data, key, signature);
    case "PS256":
    case "PS384":
    case "PS512":
      return verify(digest, data, { key, ...pssPadding }, signature);
    case "ES256":
    case "ES384":
    case "ES512":
      return verify(digest, data, { key, dsaEncoding: "ieee-p1363" }, signature);
    case "EdDSA":
      return verify(null, data, key, signature);
  }
}

const pssPadding = {
  padding: constants.RSA_PKCS1_PSS_PADDING,
  saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
} as const;
