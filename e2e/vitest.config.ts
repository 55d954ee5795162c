import { defineConfig } from "vitest/config";

const report = process.env["MASTERY_TEST_REPORT"];

/** Tests of the running whole: each starts, kills and restarts it, so one at a time and without the unit tests' database. */
export default defineConfig({
  test: {
    root: import.meta.dirname,
    include: ["system/**/*.test.ts"],
    testTimeout: 15 * 60_000,
    hookTimeout: 5 * 60_000,
    fileParallelism: false,
    ...(report ? { reporters: ["default", "json"], outputFile: { json: report } } : {}),
  },
});
