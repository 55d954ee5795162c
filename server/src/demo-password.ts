import { randomInt } from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Without letters and digits that look alike: it is read off a terminal and typed. */
const alphabet = "abcdefghjkmnpqrstuvwxyz23456789";
const groups = 3;
const groupLength = 4;

/** The demo accounts' password: the operator's, or one made at the first start and kept in the data folder. */
export function demoPassword(dataFolder: string, chosen: string | undefined): string {
  if (chosen !== undefined) return chosen;
  const file = join(dataFolder, "demo-password");
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    const password = Array.from({ length: groups }, group).join("-");
    writeFileSync(file, `${password}\n`, { mode: 0o600 });
    return password;
  }
}

function group(): string {
  return Array.from({ length: groupLength }, () => alphabet[randomInt(alphabet.length)]).join("");
}
