import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { productEnvironment, projectDir, setUp } from "./setup.mjs";

const node = setUp();
const result = spawnSync(
  node,
  ["--disable-warning=ExperimentalWarning", join(projectDir, "server/src/main.ts"), ...process.argv.slice(2)],
  { stdio: "inherit", env: productEnvironment(node) },
);
process.exit(result.status ?? 1);
