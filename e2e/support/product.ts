import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { chmodSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

const readyWithinMs = 120_000;
const projectDir = join(import.meta.dirname, "../..");
const readyLine = /^Mastery Engine is ready: (http:\S+)$/m;

export interface Product {
  readonly url: string;
  readonly adminUrl: string;
  readonly dataDir: string;
  readonly pid: number;
  /** Everything it printed so far. */
  output(): string;
  /** Ends it as an operator would and gives its exit code. */
  stop(): Promise<number | null>;
  /** Ends every one of its processes at once, the database included, without any warning. */
  kill(): Promise<void>;
}

export interface ProductOptions {
  readonly dataDir: string;
  readonly port: number;
  readonly adminPort: number;
  readonly env?: Readonly<Record<string, string>>;
}

export const demoPassword = "correct-horse-battery";

/** Starts the whole product on a folder and waits for its ready line; rejects with what it printed if it ends before. */
export async function startProduct(options: ProductOptions): Promise<Product> {
  const child = launch(options);
  const output = collect(child);
  const exited = once(child, "exit");
  const url = await ready(child, output, exited);
  return {
    url,
    adminUrl: `http://127.0.0.1:${options.adminPort}`,
    dataDir: options.dataDir,
    pid: child.pid ?? 0,
    output,
    async stop() {
      child.kill("SIGTERM");
      await exited;
      return child.exitCode;
    },
    async kill() {
      killGroup(child.pid);
      killGroup(databasePid(options.dataDir));
      await exited;
    },
  };
}

/** Runs the product expecting it to refuse: gives its exit code and what it said. */
export async function expectRefusal(
  options: ProductOptions,
): Promise<{ code: number | null; output: string }> {
  const child = launch(options);
  const output = collect(child);
  const timer = setTimeout(() => killGroup(child.pid), readyWithinMs);
  await once(child, "exit");
  clearTimeout(timer);
  return { code: child.exitCode, output: output() };
}

export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "mastery-e2e-"));
  chmodSync(folder, 0o755);
  return folder;
}

export function removeFolder(folder: string): void {
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (typeof address !== "object" || address === null) throw new Error("a listening server has an address");
  return address.port;
}

function launch({ dataDir, port, adminPort, env }: ProductOptions): ChildProcess {
  return spawn(
    process.execPath,
    ["--disable-warning=ExperimentalWarning", join(projectDir, "server/src/main.ts"), "start"],
    {
      // A group of its own, so that a test can end all of it and nothing else.
      detached: true,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        ...process.env,
        PORT: String(port),
        ADMIN_PORT: String(adminPort),
        MASTERY_DATA_DIR: dataDir,
        MASTERY_DEMO_PASSWORD: demoPassword,
        ...env,
      },
    },
  );
}

function collect(child: ChildProcess): () => string {
  let text = "";
  const add = (chunk: Buffer) => (text += chunk.toString("utf8"));
  child.stdout?.on("data", add);
  child.stderr?.on("data", add);
  return () => text;
}

async function ready(child: ChildProcess, output: () => string, exited: Promise<unknown>): Promise<string> {
  const timer = setTimeout(() => killGroup(child.pid), readyWithinMs);
  let ended = false;
  void exited.then(() => (ended = true));
  for (;;) {
    const url = readyLine.exec(output())?.[1];
    if (url !== undefined) {
      clearTimeout(timer);
      return url;
    }
    if (ended) throw new Error(`The product ended before it was ready:\n${output()}`);
    await Promise.race([exited, child.stdout && once(child.stdout, "data")]);
  }
}

function databasePid(dataDir: string): number | undefined {
  try {
    return Number(readFileSync(join(dataDir, "postgres/cluster/postmaster.pid"), "utf8").split("\n", 1)[0]);
  } catch {
    return undefined;
  }
}

function killGroup(pid: number | undefined): void {
  if (pid === undefined || !(pid > 1)) return;
  try {
    process.kill(-pid, "SIGKILL");
  } catch {
    // Nobody of that group is left.
  }
}
