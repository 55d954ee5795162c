import { describe, expect, it } from "vitest";
import { isCrossSite } from "./cross-site.ts";

const publicUrl = "https://mastery.example";
const ours = { "x-requested-with": "mastery", origin: publicUrl };

describe("telling another site's requests from our own", () => {
  it.each(["GET", "HEAD", "OPTIONS", "get"])("lets %s pass, which changes nothing", (method) => {
    expect(isCrossSite(method, {}, publicUrl)).toBe(false);
  });

  it.each(["POST", "PUT", "PATCH", "DELETE", "post"])("lets our own pages %s", (method) => {
    expect(isCrossSite(method, ours, publicUrl)).toBe(false);
  });

  it.each([
    ["no header of ours", { origin: publicUrl }],
    ["another value in it", { ...ours, "x-requested-with": "XMLHttpRequest" }],
    ["it twice", { ...ours, "x-requested-with": ["mastery", "mastery"] }],
    ["no origin", { "x-requested-with": "mastery" }],
    ["an opaque origin", { ...ours, origin: "null" }],
    ["another site", { ...ours, origin: "https://evil.example" }],
    ["the same host without encryption", { ...ours, origin: "http://mastery.example" }],
    ["another port", { ...ours, origin: "https://mastery.example:8443" }],
    ["a host that begins like ours", { ...ours, origin: "https://mastery.example.evil.example" }],
  ])("takes a POST with %s for another site's", (_what, headers) => {
    expect(isCrossSite("POST", headers, publicUrl)).toBe(true);
  });

  it("compares origins, so a path or slash in the public address does no harm", () => {
    expect(isCrossSite("POST", ours, `${publicUrl}/`)).toBe(false);
  });
});
