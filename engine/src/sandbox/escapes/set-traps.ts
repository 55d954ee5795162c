import { spawn } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

export const secret = "the-secret-of-this-machine";

/** Things on the machine that a program would reach if it got out, each telling whether one did. */
export async function setTraps() {
  const folder = mkdtempSync(join(tmpdir(), "escape-"));
  const secretFile = join(folder, "secret.txt");
  writeFileSync(secretFile, secret, { mode: 0o644 });
  let visitors = 0;
  const listen = async (at: number | string) => {
    const server = createServer((socket) => {
      visitors += 1;
      socket.end(secret);
    });
    await new Promise<void>((ready) => server.listen(at, ready));
    return server;
  };
  const server = await listen(0);
  const address = server.address();
  const socket = join(folder, "socket");
  const unixServer = await listen(socket);
  const bystander = spawn("sleep", ["600"], { stdio: "ignore" });
  process.env["MASTERY_SECRET"] = secret;
  const port = typeof address === "object" && address ? address.port : 0;
  return {
    fill: (code: string) =>
      code
        .replaceAll("{secretFile}", secretFile)
        .replaceAll("{folder}", folder)
        .replaceAll("{port}", String(port))
        .replaceAll("{socket}", socket)
        .replaceAll("{pid}", String(bystander.pid)),
    visitors: () => visitors,
    bystanderLives: () => bystander.exitCode === null && bystander.signalCode === null,
    remove: () => {
      bystander.kill();
      server.close();
      unixServer.close();
      delete process.env["MASTERY_SECRET"];
      rmSync(folder, { recursive: true });
    },
  };
}
