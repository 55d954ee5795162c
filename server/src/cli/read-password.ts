import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";
import { StartFault } from "../start-fault.ts";

const lengthMin = 10;

/** A password is never an argument: those show in process lists and shell histories. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  // Without an echo of what is typed.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    const password = typeof value === "string" ? value : "";
    if (process.stdin.isTTY) process.stderr.write("\n");
    if (password.length < lengthMin) {
      throw new StartFault("bad_setting", `A password must have at least ${lengthMin} characters.`);
    }
    return password;
  } finally {
    lines.close();
  }
}
