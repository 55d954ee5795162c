import { z } from "zod";
import type { Credential } from "../../credentials.ts";
import type { Exchange, Reply, VerifiedClaims } from "../../exchange.ts";
import { definePlugin } from "../../plugin.ts";
import { compactReply } from "../../reply.ts";
import { strictRecord } from "../../strict-record.ts";
import { decodeToken } from "./decode-token.ts";
import { readTokens } from "./read-tokens.ts";
import { verifySignature } from "./verify-signature.ts";

const Config = strictRecord({
  uri_param_names: z.array(z.string()).default(["jwt"]),
  cookie_names: z.array(z.string()).default([]),
  header_names: z.array(z.string()).default(["authorization"]),
  key_claim_name: z.string().min(1).default("iss"),
  claims_to_verify: z.array(z.enum(["exp", "nbf"])).default([]),
  /** Seconds a token may still live; 0 for no bound. */
  maximum_expiration: z.int().min(0).max(31_536_000).default(0),
  secret_is_base64: z.literal(false).default(false),
  run_on_preflight: z.boolean().default(true),
}).refine((config) => config.maximum_expiration === 0 || config.claims_to_verify.includes("exp"), {
  message: "needs `exp` in `claims_to_verify`",
  path: ["maximum_expiration"],
});
type Config = z.output<typeof Config>;

/** Lets a request pass that presents one token, signed by a known key and not expired. */
export const jwt = definePlugin({
  name: "jwt",
  priority: 1450,
  config: Config,
  create(config, { credentials, clock }) {
    return (exchange) => {
      if (exchange.method === "OPTIONS" && !config.run_on_preflight) return undefined;
      const tokens = readTokens(exchange, config);
      const [token] = tokens;
      if (token === undefined) return unauthorized({ message: "Unauthorized" }, "Bearer");
      if (tokens.size > 1) return refused("Multiple tokens provided");
      const outcome = verifyToken(token, config, credentials, Math.floor(clock() / 1000));
      if (outcome.type === "refused") return outcome.reply;
      identify(exchange, outcome.credential);
      exchange.claims = outcome.claims;
      return undefined;
    };
  },
});

type Outcome =
  | { readonly type: "verified"; readonly claims: VerifiedClaims; readonly credential: Credential }
  | { readonly type: "refused"; readonly reply: Reply };

function verifyToken(
  token: string,
  config: Config,
  credentials: ReadonlyMap<string, Credential>,
  nowSeconds: number,
): Outcome {
  const decoded = decodeToken(token);
  if (decoded.type === "refused") return refusal(`Bad token; ${decoded.reason}`);
  const name = config.key_claim_name;
  const key = own(decoded.claims, name) ?? own(decoded.header, name);
  if (key === undefined || key === null) return refusal(`No mandatory '${name}' in claims`);
  // Kong looks anything up as it comes and fails with 500 on a number or list.
  if (typeof key !== "string" || key === "") return refusal(`Invalid '${name}' in claims`);
  const credential = credentials.get(key);
  if (credential === undefined) return refusal(`No credentials found for given '${name}'`);
  if (decoded.algorithm !== credential.algorithm) return refusal("Invalid algorithm");
  if (!verifySignature(credential.algorithm, credential.verifyingKey, decoded.signed, decoded.signature)) {
    return refusal("Invalid signature");
  }
  const faults = claimFaults(decoded.claims, config, nowSeconds);
  return faults === undefined
    ? { type: "verified", claims: decoded.claims, credential }
    : { type: "refused", reply: unauthorized(faults, 'Bearer error="invalid_token"') };
}

function claimFaults(
  claims: VerifiedClaims,
  config: Config,
  nowSeconds: number,
): Record<string, string> | undefined {
  const faults: Record<string, string> = {};
  for (const name of config.claims_to_verify) {
    const value = own(claims, name);
    if (typeof value !== "number") faults[name] = "must be a number";
    else if (name === "exp" && value <= nowSeconds) faults[name] = "token expired";
    else if (name === "nbf" && value > nowSeconds) faults[name] = "token not valid yet";
  }
  if (Object.keys(faults).length > 0) return faults;
  const expires = own(claims, "exp");
  return config.maximum_expiration > 0 &&
    (typeof expires !== "number" || expires - nowSeconds > config.maximum_expiration)
    ? { exp: "exceeds maximum allowed expiration" }
    : undefined;
}

function identify(exchange: Exchange, { key, consumer }: Credential): void {
  exchange.consumer = consumer.id;
  exchange.gatewayHeaders["x-consumer-id"] = consumer.id;
  exchange.gatewayHeaders["x-consumer-username"] = consumer.username;
  exchange.gatewayHeaders["x-credential-identifier"] = key;
  if (consumer.customId === undefined) delete exchange.clientHeaders["x-consumer-custom-id"];
  else exchange.gatewayHeaders["x-consumer-custom-id"] = consumer.customId;
  delete exchange.clientHeaders["x-anonymous-consumer"];
}

function own(record: VerifiedClaims, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}

function refused(message: string): Reply {
  return unauthorized({ message }, 'Bearer error="invalid_token"');
}

function refusal(message: string): Outcome {
  return { type: "refused", reply: refused(message) };
}

function unauthorized(body: Readonly<Record<string, string>>, challenge: string): Reply {
  return compactReply(401, body, { "WWW-Authenticate": challenge });
}
