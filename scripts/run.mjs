// Runs a tool with the product's Node and the installed tools first in the path: node scripts/run.mjs TOOL [ARGUMENT ...]
import { spawnSync } from "node:child_process";
import { productEnvironment, projectDir, setUp } from "./setup.mjs";

const [tool, ...toolArguments] = process.argv.slice(2);
const node = setUp();
const result = spawnSync(tool, toolArguments, {
  cwd: projectDir,
  stdio: "inherit",
  env: productEnvironment(node),
});
process.exit(result.status ?? 1);
