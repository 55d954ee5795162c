import type { TestResult } from "@mastery/contracts/submission";
import { describe, expect, it } from "vitest";
import { patchProgress, type Progress } from "../live/patch-progress.ts";
import { firstToShow, viewResults } from "./results-view.ts";

const python = "3.11.2";
const test = (name: string, status: TestResult["status"], visibility: TestResult["visibility"] = "open") => ({
  name,
  status,
  visibility,
  message: status === "passed" ? "" : `${name} said so`,
  durationMs: 1,
});
const finished = (...names: string[]): Progress | undefined =>
  names.reduce<Progress | undefined>(
    (progress, name, index) =>
      patchProgress(progress, {
        submissionId: "s",
        exercise: "e",
        index,
        total: 3,
        test: { name, status: "passed", visibility: "open", durationMs: 1 },
      }),
    undefined,
  );

describe("the view of results", () => {
  it("shows as many empty places as the exercise has tests while queued", () => {
    const view = viewResults({ status: "queued", tests: [], python: "" }, undefined, 3);
    expect(view.headline).toBe("Queued");
    expect(view.ticks).toEqual(["waiting", "waiting", "waiting"]);
  });

  it("fills a place as each test finishes and names the one that runs", () => {
    const begun = viewResults({ status: "running", tests: [], python: "" }, undefined, 3);
    expect([begun.headline, begun.ticks]).toEqual(["Running test 1 of 3", ["now", "waiting", "waiting"]]);
    const later = viewResults({ status: "running", tests: [], python: "" }, finished("a", "b"), 3);
    expect([later.headline, later.ticks]).toEqual(["Running test 3 of 3", ["pass", "pass", "now"]]);
    expect(later.tests.map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("keeps what ran on screen between the verdict and its details", () => {
    const view = viewResults({ status: "passed", tests: [], python: "" }, finished("a", "b", "c"), 3);
    expect([view.headline, view.ticks]).toEqual(["All 3 tests pass", ["pass", "pass", "pass"]]);
  });

  it("waits for the tests when the verdict came first", () => {
    expect(viewResults({ status: "failed", tests: [], python: "" }, finished("a"), 3).headline).toBe(
      "Running test 2 of 3",
    );
  });

  it("counts what passes and marks what fails", () => {
    const view = viewResults(
      { status: "failed", tests: [test("a", "passed"), test("b", "failed")], python },
      undefined,
      2,
    );
    expect([view.headline, view.ticks]).toEqual(["Not yet: 1 of 2 tests pass", ["pass", "fail"]]);
  });

  it("tells a timeout from a failure, and leaves what was not run empty", () => {
    const tests = [test("a", "passed"), test("endless", "timeout"), test("c", "skipped")];
    const view = viewResults({ status: "timeout", tests, python }, undefined, 3);
    expect(view.detail).toContain("endless did not end");
    expect(view.ticks).toEqual(["pass", "fail", "waiting"]);
  });

  it("says what the error was", () => {
    const view = viewResults({ status: "error", tests: [test("a", "error")], python }, undefined, 1);
    expect([view.headline, view.detail]).toEqual(["Stopped by an error", "a said so"]);
  });

  it("shows an open failure before a hidden one", () => {
    expect(firstToShow([test("a", "passed"), test("b", "failed", "hidden"), test("c", "failed")])).toBe(2);
    expect(firstToShow([test("a", "passed"), test("b", "failed", "hidden")])).toBe(1);
    expect(firstToShow([test("a", "passed"), test("b", "skipped")])).toBe(-1);
  });
});
