import { hash, verify } from "@node-rs/argon2";

/** OWASP's parameters for argon2id, which is this library's default algorithm: 19 MiB, two passes, one lane. */
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export function hashPassword(password: string): Promise<string> {
  return hash(password, cost);
}

let strangersHash: Promise<string> | undefined;

/**
 * Whether the password fits. Without an account it is checked against a hash that nothing fits, so that the answer
 * takes as long and tells nobody which addresses have accounts.
 */
export async function isPassword(passwordHash: string | undefined, password: string): Promise<boolean> {
  strangersHash ??= hashPassword("nobody signs in with this");
  const fits = await verify(passwordHash ?? (await strangersHash), password);
  return fits && passwordHash !== undefined;
}
