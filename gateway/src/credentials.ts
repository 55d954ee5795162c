import { createPublicKey, createSecretKey, type KeyObject } from "node:crypto";
import { z } from "zod";
import { strictRecord } from "./strict-record.ts";

export const SignatureAlgorithm = z.enum([
  "HS256",
  "HS384",
  "HS512",
  "RS256",
  "RS384",
  "RS512",
  "PS256",
  "PS384",
  "PS512",
  "ES256",
  "ES384",
  "ES512",
  "EdDSA",
]);
export type SignatureAlgorithm = z.infer<typeof SignatureAlgorithm>;

export const JwtSecret = strictRecord({
  consumer: z.string().min(1),
  key: z.string().min(1),
  algorithm: SignatureAlgorithm.default("HS256"),
  secret: z.string().min(1).optional(),
  /** Kong's name for any public key, elliptic curves included. */
  rsa_public_key: z.string().min(1).optional(),
  tags: z.array(z.string()).optional(),
});
export type JwtSecret = z.output<typeof JwtSecret>;

/** A consumer's key, imported once. */
export interface Credential {
  readonly key: string;
  readonly algorithm: SignatureAlgorithm;
  readonly verifyingKey: KeyObject;
  readonly consumer: {
    readonly id: string;
    readonly username: string;
    readonly customId: string | undefined;
  };
}

export type KeyImport =
  { readonly type: "key"; readonly key: KeyObject } | { readonly type: "refused"; readonly problem: string };

/** The key of a credential; refused where Kong would load it and then answer 401 to everyone. */
export function importKey(credential: JwtSecret): KeyImport {
  const { algorithm } = credential;
  if (algorithm.startsWith("HS")) {
    return credential.secret === undefined
      ? refused(`${algorithm} needs \`secret\``)
      : { type: "key", key: createSecretKey(credential.secret, "utf8") };
  }
  if (credential.rsa_public_key === undefined) return refused(`${algorithm} needs \`rsa_public_key\``);
  const key = readPublicKey(credential.rsa_public_key);
  if (key === undefined) return refused("`rsa_public_key` is not a public key in PEM form");
  return fits(key, algorithm) ? { type: "key", key } : refused(`the key is not one for ${algorithm}`);
}

const curves: Partial<Record<SignatureAlgorithm, string>> = {
  ES256: "prime256v1",
  ES384: "secp384r1",
  ES512: "secp521r1",
};

function fits(key: KeyObject, algorithm: SignatureAlgorithm): boolean {
  const curve = curves[algorithm];
  if (curve !== undefined) return key.asymmetricKeyDetails?.namedCurve === curve;
  return key.asymmetricKeyType === (algorithm === "EdDSA" ? "ed25519" : "rsa");
}

function readPublicKey(pem: string): KeyObject | undefined {
  try {
    return createPublicKey(pem);
  } catch {
    return undefined;
  }
}

function refused(problem: string): KeyImport {
  return { type: "refused", problem };
}
