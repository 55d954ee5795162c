import { freePort, demoPassword } from "../e2e/support/product.ts";

export type SandboxName = "bubblewrap" | "pyodide";

/** The environment of a start of its own beside whatever else runs here: free ports, own data, loopback only. */
export async function startEnvironment(dataDir: string, sandbox?: SandboxName): Promise<NodeJS.ProcessEnv> {
  return {
    ...process.env,
    HOST: "127.0.0.1",
    PORT: String(await freePort()),
    ADMIN_PORT: String(await freePort()),
    MASTERY_DATA_DIR: dataDir,
    MASTERY_DEMO_PASSWORD: demoPassword,
    ...(sandbox ? { MASTERY_SANDBOX: sandbox } : {}),
  };
}
