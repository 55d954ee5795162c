import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer, get } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { bind } from "./listen.ts";

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "realtime-"));
});
afterEach(() => rm(folder, { recursive: true }));

function statusOver(socketPath: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    get({ socketPath, path: "/" }, (response) => resolve(response.resume().statusCode)).on("error", reject);
  });
}

describe("bind", () => {
  it("listens on a unix socket, also where a killed process left one behind", async () => {
    const socketPath = join(folder, "realtime.sock");
    await writeFile(socketPath, "");
    const server = createServer((_request, response) => response.writeHead(204).end());
    const listening = await bind(server, { socketPath }, 1_000);
    expect(await statusOver(socketPath)).toBe(204);
    await listening.stop();
  });

  it("rejects when the port is taken", async () => {
    const first = await bind(createServer(), { host: "127.0.0.1", port: 0 }, 1_000);
    const port = "port" in first.address ? first.address.port : 0;
    await expect(bind(createServer(), { host: "127.0.0.1", port }, 1_000)).rejects.toThrow("EADDRINUSE");
    await first.stop();
  });

  it("cuts requests that do not end when asked to stop", async () => {
    let asked = () => {};
    const request = new Promise<void>((resolve) => (asked = resolve));
    const server = createServer(() => asked());
    const listening = await bind(server, { socketPath: join(folder, "s") }, 10);
    const answer = statusOver(join(folder, "s"));
    answer.catch(() => "cut off, as it should be");
    await request;
    await listening.stop();
    await expect(answer).rejects.toThrow("socket hang up");
  });
});
