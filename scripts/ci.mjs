// Runs every suite, then says what passed, failed and was skipped over all of them. Runs on Node 20, like the set-up.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { buildPages, productEnvironment, projectDir, setUp } from "./setup.mjs";

const reports = mkdtempSync(join(tmpdir(), "mastery-ci-"));
const total = { passed: 0, failed: 0, skipped: 0 };
const summary = [];

const node = setUp();
const environment = productEnvironment(node);

suite("unit and contract tests", "npm", ["test"], readVitest, { MASTERY_TEST_REPORT: report("unit") });
check("formatting", "prettier", ["--check", "--log-level=warn", "."]);
check("lint", "oxlint", ["--type-aware", "--deny-warnings"]);
check("types", "node", ["scripts/types.mjs"]);
check("import arrows", "node", ["scripts/checks/arrows.mjs"]);
check("unused files, exports and dependencies", "knip", []);
check("links in documents", "node", ["scripts/checks/links.mjs"]);
installChromium();
buildPages(node);
suite("browser journeys", "playwright", ["test", "--config=e2e/playwright.config.ts"], readPlaywright, {
  PLAYWRIGHT_JSON_OUTPUT_FILE: report("journeys"),
});
suite("whole system", "vitest", ["run", "--config=e2e/vitest.config.ts"], readVitest, {
  MASTERY_TEST_REPORT: report("system"),
});

for (const line of summary) console.log(line);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exit(total.failed === 0 ? 0 : 1);

function report(name) {
  return join(reports, `${name}.json`);
}

/** A check is one thing that holds or does not. */
function check(name, program, programArguments) {
  const { status, seconds } = run(program, programArguments, {});
  add(name, seconds, { passed: status === 0 ? 1 : 0, failed: status === 0 ? 0 : 1, skipped: 0 });
}

/** A suite counts its own tests; one that ends badly without a failed test counts as one failure. */
function suite(name, program, programArguments, read, extra) {
  const { status, seconds } = run(program, programArguments, extra);
  const file = Object.values(extra)[0];
  const counts = existsSync(file)
    ? read(JSON.parse(readFileSync(file, "utf8")))
    : { passed: 0, failed: 1, skipped: 0 };
  if (status !== 0 && counts.failed === 0) counts.failed = 1;
  if (counts.passed === 0 && counts.failed === 0) counts.failed = 1;
  add(name, seconds, counts);
}

function run(program, programArguments, extra) {
  console.log(`\n--- ${program} ${programArguments.join(" ")}`);
  const started = Date.now();
  const { status } = spawnSync(program, programArguments, {
    cwd: projectDir,
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...environment, CI: "true", ...extra },
  });
  return { status, seconds: Math.round((Date.now() - started) / 1000) };
}

function add(name, seconds, counts) {
  for (const key of Object.keys(total)) total[key] += counts[key];
  summary.push(
    `${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped in ${seconds} s`,
  );
}

function readVitest(result) {
  return {
    passed: result.numPassedTests,
    failed: result.numFailedTests + (result.numFailedTests === 0 ? result.numFailedTestSuites : 0),
    skipped: result.numPendingTests + result.numTodoTests,
  };
}

function readPlaywright({ stats }) {
  return { passed: stats.expected, failed: stats.unexpected + stats.flaky, skipped: stats.skipped };
}

function installChromium() {
  if (existsSync("/usr/bin/chromium")) return;
  const options = { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } };
  spawnSync("apt-get", ["update"], options);
  spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], options);
}
