import { afterEach, beforeEach, expect, vi } from "vitest";

/** A test that makes the code complain on the console fails, unless it expected just that. */
beforeEach(() => {
  vi.spyOn(console, "error");
});

afterEach(() => {
  const calls = vi.mocked(console.error).mock.calls;
  vi.mocked(console.error).mockRestore();
  expect(calls, "unexpected console.error").toEqual([]);
});
