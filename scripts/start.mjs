import { spawn } from "node:child_process";
import { join } from "node:path";
import { buildPages, productEnvironment, projectDir, setUp } from "./setup.mjs";

const dev = process.argv.includes("--dev");
const rest = process.argv.slice(2).filter((argument) => argument !== "--dev");
const node = setUp();
if (!dev) buildPages(node);
// In development the process starts anew when a source file of a service changes; pages reload by themselves.
const watch = dev ? ["--watch", "--watch-preserve-output"] : [];
const child = spawn(
  node,
  [
    ...watch,
    "--disable-warning=ExperimentalWarning",
    join(projectDir, "server/src/main.ts"),
    "start",
    ...rest,
    ...(dev ? ["--dev"] : []),
  ],
  { stdio: "inherit", env: productEnvironment(node) },
);
// The terminal already sends an interrupt to the whole group; this process only has to stay until the child has drained.
process.on("SIGINT", () => {});
process.on("SIGTERM", () => child.kill("SIGTERM"));
child.on("exit", (code, signal) =>
  process.exit(code ?? (signal === "SIGINT" || signal === "SIGTERM" ? 0 : 1)),
);
