import { AccessClaims } from "@mastery/contracts/session";
import { createLocalJWKSet, createRemoteJWKSet, errors, jwtVerify, type JSONWebKeySet } from "jose";

export type InvalidReason = "expired" | "malformed" | "signature" | "claims";

export type Verification =
  | { readonly type: "valid"; readonly claims: AccessClaims }
  | { readonly type: "invalid"; readonly reason: InvalidReason };

export type VerifyToken = (token: string) => Promise<Verification>;

/** Fixed here: a token's own header never chooses how it is checked. */
const signatureAlgorithms = ["ES256"];
const keyFetchTimeoutMs = 5_000;

/**
 * Verifies access tokens against the engine's public keys, given directly or by the address they are served at.
 * Throws when the keys cannot be fetched: that is no fault of the token.
 */
export function createTokenVerifier(
  keys: { readonly jwks: JSONWebKeySet } | { readonly url: URL },
  clock: () => Date = () => new Date(),
): VerifyToken {
  const keySet =
    "jwks" in keys
      ? createLocalJWKSet(keys.jwks)
      : createRemoteJWKSet(keys.url, { timeoutDuration: keyFetchTimeoutMs });
  return async (token) => {
    try {
      const { payload } = await jwtVerify(token, keySet, {
        algorithms: signatureAlgorithms,
        issuer: "mastery-engine",
        audience: "mastery-api",
        requiredClaims: ["exp", "iat", "sub"],
        currentDate: clock(),
      });
      const claims = AccessClaims.safeParse(payload);
      return claims.success ? { type: "valid", claims: claims.data } : { type: "invalid", reason: "claims" };
    } catch (error) {
      const reason = reasonOf(error);
      if (reason === undefined) throw error;
      return { type: "invalid", reason };
    }
  };
}

const reasons: Record<string, InvalidReason> = {
  [errors.JWTExpired.code]: "expired",
  [errors.JWTClaimValidationFailed.code]: "claims",
  [errors.JWSSignatureVerificationFailed.code]: "signature",
  [errors.JWKSNoMatchingKey.code]: "signature",
  [errors.JWKSMultipleMatchingKeys.code]: "signature",
  [errors.JOSEAlgNotAllowed.code]: "signature",
  [errors.JWTInvalid.code]: "malformed",
  [errors.JWSInvalid.code]: "malformed",
  [errors.JOSENotSupported.code]: "malformed",
};

function reasonOf(error: unknown): InvalidReason | undefined {
  return error instanceof errors.JOSEError ? reasons[error.code] : undefined;
}
