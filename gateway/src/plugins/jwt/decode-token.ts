import { SignatureAlgorithm } from "../../credentials.ts";
import type { VerifiedClaims } from "../../exchange.ts";

/** A token taken apart; nothing in it has been verified. */
export interface DecodedToken {
  readonly type: "token";
  readonly algorithm: SignatureAlgorithm;
  readonly header: VerifiedClaims;
  readonly claims: VerifiedClaims;
  /** The text that was signed. */
  readonly signed: string;
  readonly signature: Buffer;
}

export type Decoding = DecodedToken | { readonly type: "refused"; readonly reason: string };

/** Takes a token apart in Kong's order, so that a token with several faults is refused for the same one. */
export function decodeToken(token: string): Decoding {
  const first = token.indexOf(".");
  const second = token.indexOf(".", first + 1);
  if (first < 0 || second < 0) return refused("invalid JSON");
  const header = parsePart(token.slice(0, first));
  const claims = parsePart(token.slice(first + 1, second));
  if (!header || !claims) return refused("invalid JSON");
  const algorithm = SignatureAlgorithm.safeParse(isRecord(header.value) ? header.value["alg"] : undefined);
  if (!isRecord(header.value) || !algorithm.success) return refused("invalid alg");
  if (!isRecord(claims.value)) return refused("invalid claims");
  const signature = decodeBase64(token.slice(second + 1));
  if (signature === undefined) return refused("invalid signature");
  return {
    type: "token",
    algorithm: algorithm.data,
    header: header.value,
    claims: claims.value,
    signed: token.slice(0, second),
    signature,
  };
}

function parsePart(part: string): { value: unknown } | undefined {
  const bytes = decodeBase64(part);
  if (bytes === undefined) return undefined;
  try {
    return { value: JSON.parse(bytes.toString("utf8")) };
  } catch {
    return undefined;
  }
}

/** Both alphabets, with or without padding; undefined for anything else, which Node would silently skip. */
function decodeBase64(text: string): Buffer | undefined {
  const bare = text.replace(/={1,2}$/, "");
  return /^[A-Za-z0-9_+/-]*$/.test(bare) && bare.length % 4 !== 1
    ? Buffer.from(bare, "base64url")
    : undefined;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function refused(reason: string): Decoding {
  return { type: "refused", reason };
}
