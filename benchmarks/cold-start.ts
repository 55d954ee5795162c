import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { npmStart } from "./npm-start.ts";
import { ownFolder } from "./own-folder.ts";
import { projectDir } from "./project-dir.ts";
import { startEnvironment } from "./start-environment.ts";

const cloneWithinMs = 120_000;
const readyWithinMs = 15 * 60_000;

/** `npm start` in a fresh clone of the last commit: nothing installed, npm's cache empty, no pages built, no data. */
export async function measureColdStart(): Promise<number> {
  const folder = ownFolder();
  const clone = join(folder, "clone");
  const dataDir = join(folder, "data");
  await promisify(execFile)("git", ["clone", "--quiet", projectDir, clone], { timeout: cloneWithinMs });
  const environment = {
    ...(await startEnvironment(dataDir)),
    PATH: withoutOurTools(process.env["PATH"] ?? ""),
    npm_config_cache: join(folder, "npm-cache"),
  };
  const started = await npmStart({ projectDir: clone, dataDir, environment, readyWithinMs });
  await started.stop();
  return started.readyMs;
}

/** As on a machine that has only its own Node and npm. */
function withoutOurTools(path: string): string {
  return path
    .split(":")
    .filter((entry) => !entry.startsWith(projectDir))
    .join(":");
}
