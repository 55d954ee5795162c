// Plain JavaScript that runs on Node 20: it brings the machine to where the product's own Node can take over.
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";

export const projectDir = dirname(dirname(fileURLToPath(import.meta.url)));
const nodeMajor = 24;
const oldestNodeForSetup = 20;

/** Installs what is missing and says in a line what takes long. Returns the path of the Node that runs the product. */
export function setUp() {
  const major = Number(process.versions.node.split(".")[0]);
  if (major < oldestNodeForSetup)
    fail(`Node ${oldestNodeForSetup} or newer is needed; this is ${process.version}.`);
  installDependencies();
  installSandbox();
  return productNode(major);
}

/** The environment in which the product's Node and tools come first. */
export function productEnvironment(node) {
  const tools = join(projectDir, "node_modules/.bin");
  return {
    ...process.env,
    PATH: `${dirname(node)}:${tools}:${process.env.PATH}`,
    NEXT_TELEMETRY_DISABLED: "1",
  };
}

function installDependencies() {
  const stamp = join(projectDir, "node_modules/.mastery-setup");
  const wanted = fingerprint(["package-lock.json", "package.json"]) + `-${process.platform}-${process.arch}`;
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Installing dependencies from the lockfile (the first time this takes about a minute) ...");
  const npm = spawnSync("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: projectDir,
    stdio: ["ignore", "ignore", "inherit"],
  });
  if (npm.status !== 0)
    fail("npm ci did not succeed. Check the network and the messages above, then start again.");
  writeFileSync(stamp, wanted);
}

function productNode(major) {
  const bundled = join(projectDir, `node_modules/node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(bundled) && runs(bundled)) return bundled;
  if (major >= nodeMajor) return process.execPath;
  return fail(
    `Node ${nodeMajor} is needed and could not be fetched for ${process.platform} ${process.arch}; install it.`,
  );
}

function runs(program) {
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

/** bubblewrap and python3 make grading fast; without them the slower sandbox is used. */
function installSandbox() {
  if (process.platform !== "linux") return;
  const missing = [
    ["bubblewrap", "/usr/bin/bwrap"],
    ["python3", "/usr/bin/python3"],
  ].filter(([, program]) => !existsSync(program));
  if (missing.length === 0) return;
  const names = missing.map(([name]) => name);
  if (process.getuid() !== 0 || !existsSync("/usr/bin/apt-get")) {
    say(`For fast grading install ${names.join(" and ")}; until then a slower sandbox is used.`);
    return;
  }
  say(`Installing ${names.join(" and ")} for the sandbox ...`);
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  const install = () =>
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", ...names], options).status;
  if (install() !== 0) {
    spawnSync("apt-get", ["update"], options);
    if (install() !== 0) say(`${names.join(" and ")} could not be installed; a slower sandbox is used.`);
  }
}

/** Builds the pages when their sources changed since the last build. */
export function buildPages(node) {
  const stamp = join(projectDir, "frontend/.next/mastery-build");
  const wanted = fingerprint([
    "package-lock.json",
    "frontend",
    "contracts/src",
    "access/src",
    "telemetry/src",
  ]);
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return;
  say("Building the pages (about a minute) ...");
  const started = Date.now();
  try {
    execFileSync(node, [join(projectDir, "node_modules/next/dist/bin/next"), "build"], {
      cwd: join(projectDir, "frontend"),
      env: { ...productEnvironment(node), NODE_ENV: "production" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    execFileSync(node, [join(projectDir, "frontend/scripts/precompress.ts")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
  } catch (error) {
    fail(`The pages could not be built:\n${error.stdout ?? ""}${error.stderr ?? ""}`);
  }
  mkdirSync(dirname(stamp), { recursive: true });
  writeFileSync(stamp, wanted);
  say(`Built the pages in ${Math.round((Date.now() - started) / 1000)} s.`);
}

const skippedFolders = new Set(["node_modules", ".next", ".turbo"]);

/** One hash over the content of files and folders, so that a fresh checkout of the same content counts as unchanged. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (statSync(path).isDirectory()) {
      for (const name of readdirSync(path).sort()) if (!skippedFolders.has(name)) visit(join(path, name));
    } else if (!path.endsWith("next-env.d.ts")) {
      hash.update(relative(projectDir, path)).update("\0").update(readFileSync(path)).update("\0");
    }
  };
  for (const path of paths) visit(join(projectDir, path));
  return hash.digest("hex");
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
