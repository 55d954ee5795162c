import { AccessClaims } from "@mastery/contracts/session";
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet } from "jose";

export type Verification =
  | { readonly type: "valid"; readonly claims: AccessClaims }
  | { readonly type: "invalid"; readonly reason: "expired" | "malformed" | "signature" | "claims" };

export type VerifyToken = (token: string) => Promise<Verification>;

const signatureAlgorithms = ["ES256"];

/** Verifies access tokens against the engine's public keys, given directly or by the address they are served at. */
export function createTokenVerifier(keys: { jwks: JSONWebKeySet } | { url: URL }): VerifyToken {
  const keySet = "jwks" in keys ? createLocalJWKSet(keys.jwks) : createRemoteJWKSet(keys.url);
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: signatureAlgorithms,
        issuer: "mastery-engine",
        audience: "mastery-api",
      });
      const claims = AccessClaims.safeParse(payload);
      return claims.success ? { type: "valid", claims: claims.data } : { type: "invalid", reason: "claims" };
    } catch (error) {
      return { type: "invalid", reason: reasonOf(error) };
    }
  };
}

function reasonOf(error: unknown): "expired" | "malformed" | "signature" | "claims" {
  if (error instanceof errors.JWTExpired) return "expired";
  if (error instanceof errors.JWTClaimValidationFailed) return "claims";
  if (error instanceof errors.JWSSignatureVerificationFailed || error instanceof errors.JWKSNoMatchingKey) {
    return "signature";
  }
  if (error instanceof errors.JOSEError) return "malformed";
  throw error;
}
