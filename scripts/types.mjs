import { spawnSync } from "node:child_process";
import { productEnvironment, projectDir, setUp } from "./setup.mjs";

const node = setUp();
const failed = [".", "frontend"].filter(
  (project) =>
    spawnSync("tsc", ["-p", project], { cwd: projectDir, stdio: "inherit", env: productEnvironment(node) })
      .status !== 0,
);
process.exit(failed.length === 0 ? 0 : 1);
