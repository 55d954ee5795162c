import { createInterface } from "node:readline/promises";
import { Writable } from "node:stream";

/** A password is never an argument: those show in process lists and shell histories. */
export async function readPassword(): Promise<string> {
  if (process.stdin.isTTY) process.stderr.write("Password: ");
  // Without an echo of what is typed.
  const silent = new Writable({ write: (_chunk, _encoding, done) => done() });
  const lines = createInterface({ input: process.stdin, output: silent, terminal: process.stdin.isTTY });
  try {
    const { value } = await lines[Symbol.asyncIterator]().next();
    if (process.stdin.isTTY) process.stderr.write("\n");
    return typeof value === "string" ? value : "";
  } finally {
    lines.close();
  }
}
