import { spawnSync } from "node:child_process";
import { productEnvironment, projectDir, setUp } from "./setup.mjs";

const node = setUp();
const result = spawnSync("vitest", ["run", ...process.argv.slice(2)], {
  cwd: projectDir,
  stdio: "inherit",
  env: productEnvironment(node),
});
process.exit(result.status ?? 1);
