import { describe, expect, it } from "vitest";
import { policyHeaders, policyKind } from "./page-policy.ts";

describe("the policy of a page", () => {
  it("is the same for every signed-in page, so that a soft navigation cannot escape it", () => {
    const kinds = ["/", "/dashboard", "/editor/two-sum", "/exercises", "/class", "/status"].map(policyKind);
    expect(new Set(kinds)).toEqual(new Set(["app"]));
  });

  it("is strict where people type passwords", () => {
    for (const path of ["/sign-in", "/join"]) {
      const policy = policyHeaders(policyKind(path), "n", false)["content-security-policy"];
      expect(policy).toContain("'strict-dynamic'");
      expect(policy).not.toContain("unsafe-eval");
      expect(policy).toContain("worker-src 'none'");
    }
  });

  it("never lets a page be framed, and isolates it", () => {
    for (const kind of ["app", "strict"] as const) {
      const headers = policyHeaders(kind, "n", false);
      expect(headers["content-security-policy"]).toContain("frame-ancestors 'none'");
      expect(headers["cross-origin-opener-policy"]).toBe("same-origin");
      expect(headers["cross-origin-embedder-policy"]).toBe("require-corp");
    }
  });

  it("allows eval in development only", () => {
    expect(policyHeaders("app", "n", false)["content-security-policy"]).not.toContain("'unsafe-eval'");
    expect(policyHeaders("app", "n", true)["content-security-policy"]).toContain("'unsafe-eval'");
  });

  it("does not take a longer name for a strict path", () => {
    expect(policyKind("/sign-in-elsewhere")).toBe("app");
    expect(policyKind("/apiary")).toBe("app");
  });
});
