import { defineConfig, devices } from "@playwright/test";

const chromium = {
  executablePath: process.env["CHROMIUM_PATH"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
};

/** Journeys through the real product in a real browser, on a desk and on a phone. */
export default defineConfig({
  testDir: "./journeys",
  outputDir: "./results",
  globalSetup: "./support/start-for-journeys.ts",
  reporter: process.env["PLAYWRIGHT_JSON_OUTPUT_FILE"] ? [["list"], ["json"]] : "list",
  // One product, two cores: journeys one after the other, with patience for a busy machine.
  workers: 1,
  retries: 0,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  use: {
    // The global set-up names it; workers read this file after that.
    ...(process.env["MASTERY_E2E_URL"] ? { baseURL: process.env["MASTERY_E2E_URL"] } : {}),
    launchOptions: chromium,
    permissions: ["clipboard-read", "clipboard-write"],
    trace: "retain-on-failure",
    screenshot: "only-on-failure",
  },
  projects: [
    {
      name: "desktop",
      use: { ...devices["Desktop Chrome"], viewport: { width: 1440, height: 900 }, launchOptions: chromium },
    },
    { name: "phone", use: { ...devices["Pixel 7"], launchOptions: chromium } },
  ],
});
