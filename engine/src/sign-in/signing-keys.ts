import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { chmod, link, mkdir, open, readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { calculateJwkThumbprint, exportJWK, type JSONWebKeySet, type JWK } from "jose";
import { uuidv7 } from "uuidv7";
import { z } from "zod";

/** The key that signs now, and every key whose tokens are still accepted. */
export interface SigningKeys {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly jwks: JSONWebKeySet;
  /** PEM of the signing key's public half. */
  readonly publicPem: string;
  /** One entry for each key in `jwks`, for gateways that want PEM by key id. */
  readonly publicPems: readonly { readonly kid: string; readonly pem: string }[];
}

const fileName = "signing-keys.json";
/** The newest first; two are enough, because tokens live for minutes and rotations are far apart. */
const keysKept = 2;
const KeyFile = z.object({ privatePems: z.array(z.string()).min(1) });

/** Reads the keys from the folder, or makes the first one there. Several processes may start at once. */
export async function loadSigningKeys(dir: string): Promise<SigningKeys> {
  await mkdir(dir, { recursive: true, mode: 0o700 });
  const path = join(dir, fileName);
  if ((await readPems(path)) === undefined) await create(path);
  const pems = await readPems(path);
  if (!pems) throw new Error(`The signing keys in ${dir} vanished while they were read`);
  return keysFrom(pems);
}

/** Puts a new signing key in front; tokens of the one before stay good until they expire. */
export async function rotateSigningKeys(dir: string): Promise<SigningKeys> {
  await loadSigningKeys(dir);
  const path = join(dir, fileName);
  const pems = [newPem(), ...((await readPems(path)) ?? [])].slice(0, keysKept);
  const draft = await writeDraft(path, pems);
  await rename(draft, path);
  return keysFrom(pems);
}

async function keysFrom(pems: readonly string[]): Promise<SigningKeys> {
  const keys = await Promise.all(pems.map(describe));
  const [current] = keys;
  if (!current) throw new Error("There is no signing key");
  return {
    kid: current.kid,
    privateKey: current.privateKey,
    jwks: { keys: keys.map((key) => key.jwk) },
    publicPem: current.pem,
    publicPems: keys.map(({ kid, pem }) => ({ kid, pem })),
  };
}

async function describe(privatePem: string) {
  const privateKey = createPrivateKey(privatePem);
  const publicKey = createPublicKey(privateKey);
  const exported = await exportJWK(publicKey);
  const kid = await calculateJwkThumbprint(exported);
  const jwk: JWK = { ...exported, kid, alg: "ES256", use: "sig" };
  return { kid, privateKey, jwk, pem: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

function newPem(): string {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return privateKey.export({ type: "pkcs8", format: "pem" }).toString();
}

/** Of several processes that start on an empty folder one creates the file; the others read it. */
async function create(path: string): Promise<void> {
  const draft = await writeDraft(path, [newPem()]);
  try {
    await link(draft, path);
  } catch (error) {
    if (!hasCode(error, "EEXIST")) throw error;
  } finally {
    await rm(draft, { force: true });
  }
}

/** Written in full and synced beside its place, so that the real name never holds half a key. */
async function writeDraft(path: string, privatePems: readonly string[]): Promise<string> {
  const draft = `${path}.${uuidv7()}`;
  const file = await open(draft, "wx", 0o600);
  try {
    await file.writeFile(JSON.stringify({ privatePems }));
    await file.sync();
  } finally {
    await file.close();
  }
  return draft;
}

async function readPems(path: string): Promise<string[] | undefined> {
  try {
    const text = await readFile(path, "utf8");
    // A restored backup may have come with wider rights.
    await chmod(path, 0o600);
    return KeyFile.parse(JSON.parse(text)).privatePems;
  } catch (error) {
    if (hasCode(error, "ENOENT")) return undefined;
    throw error;
  }
}

function hasCode(error: unknown, code: string): boolean {
  return error instanceof Error && "code" in error && error.code === code;
}
