import { defineConfig } from "vitest/config";

const report = process.env["MASTERY_TEST_REPORT"];

export default defineConfig({
  test: {
    include: [
      "{contracts,bus,access,telemetry,engine,realtime,gateway,skills,server,frontend,scripts}/**/*.test.ts",
    ],
    exclude: ["**/node_modules/**", "**/.next/**"],
    setupFiles: ["./scripts/vitest/fail-on-console-error.ts"],
    globalSetup: ["./scripts/vitest/postgres.ts"],
    // The machine may be busy: a test fails for what it finds, not for how long it took.
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
  },
});
