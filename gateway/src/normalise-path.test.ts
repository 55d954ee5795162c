import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalisePath, readTarget } from "./normalise-path.ts";

describe("normalisePath", () => {
  it.each([
    ["/", "/"],
    ["/api/x", "/api/x"],
    ["/api//x", "/api/x"],
    ["//api/x", "/api/x"],
    ["/public/../api/x", "/api/x"],
    ["/public/%2e%2e/api/x", "/api/x"],
    ["/public/%2E./api/x", "/api/x"],
    ["/public/./x/.", "/public/x/"],
    ["/a/b/..", "/a/"],
    ["/..", "/"],
    ["/../../etc/passwd", "/etc/passwd"],
    ["/api/%2Fx", "/api/%2Fx"],
    ["/api/%2fx", "/api/%2Fx"],
    ["/%61pi/x", "/api/x"],
    ["/api/%252e%252e/x", "/api/%252e%252e/x"],
    ["/a%20b", "/a%20b"],
    ["/caf%c3%a9", "/caf%C3%A9"],
    ["/api/x/", "/api/x/"],
    ["/.well-known/jwks.json", "/.well-known/jwks.json"],
    ["/...", "/..."],
    ["/a/...b", "/a/...b"],
    ["/\\api", "/%5Capi"],
    ["/%zz", "/%zz"],
  ])("turns %s into %s", (path, expected) => {
    expect(normalisePath(path)).toBe(expected);
  });

  it("leaves nothing that would resolve to another path, and is stable", () => {
    const piece = fc.constantFrom(
      "/",
      ".",
      "..",
      "%2e",
      "%2E",
      "%2f",
      "%2F",
      "\\",
      "a",
      "api",
      "%61",
      "%25",
      ";",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const path = normalisePath(`/${pieces.join("")}`);
        expect(path).not.toMatch(/\/\/|\/\.{1,2}(?:\/|$)|\\/);
        expect(normalisePath(path)).toBe(path);
        expect(new URL(`http://x${path}`).pathname).toBe(path);
      }),
    );
  });
});

describe("readTarget", () => {
  it.each([
    ["/a?b=/../c", { path: "/a", query: "?b=/../c" }],
    ["/a#/../b?c", { path: "/a", query: "" }],
    ["http://evil.example/a//b?c", { path: "/a/b", query: "?c" }],
    ["http://host?c", { path: "/", query: "?c" }],
    ["http://host", { path: "/", query: "" }],
  ])("reads %s", (url, expected) => {
    expect(readTarget(url)).toEqual(expected);
  });

  it.each(["*", "", "api/x", "host:443"])("finds no path in %j", (url) => {
    expect(readTarget(url)).toBeUndefined();
  });
});
