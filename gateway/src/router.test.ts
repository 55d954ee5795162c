import { describe, expect, it } from "vitest";
import type { Route } from "./config-schema.ts";
import { createRouter } from "./router.ts";

type TestRoute = Pick<Route, "name" | "methods" | "paths" | "regex_priority">;

function routeOf(name: string, paths: string[], more: Partial<TestRoute> = {}): TestRoute {
  return { name, paths, regex_priority: 0, ...more };
}

function find(routes: TestRoute[], method: string, path: string): string | undefined {
  return createRouter(routes)(method, path)?.route.name;
}

describe("createRouter", () => {
  it("prefers the longer prefix, wherever it stands in the file", () => {
    const routes = [routeOf("root", ["/"]), routeOf("deep", ["/api/x/"]), routeOf("api", ["/api/"])];
    expect(find(routes, "GET", "/api/x/y")).toBe("deep");
    expect(find(routes, "GET", "/api/y")).toBe("api");
    expect(find(routes, "GET", "/api")).toBe("root");
  });

  it("prefers a regular expression to any prefix", () => {
    const routes = [routeOf("prefix", ["/api/exact/long/"]), routeOf("regex", ["~/api/.*$"])];
    expect(find(routes, "GET", "/api/exact/long/x")).toBe("regex");
  });

  it("prefers the higher regex_priority, then the earlier route", () => {
    const routes = [
      routeOf("first", ["~/a/.*"]),
      routeOf("second", ["~/a/b.*"]),
      routeOf("urgent", ["~/a/b/c"], { regex_priority: 1 }),
    ];
    expect(find(routes, "GET", "/a/b")).toBe("first");
    expect(find(routes, "GET", "/a/b/c")).toBe("urgent");
  });

  it("anchors a regular expression at the beginning, and nowhere else unless it says so", () => {
    const routes = [routeOf("open", ["~/api/x"]), routeOf("exact", ["~/api/health$"])];
    expect(find(routes, "GET", "/v1/api/x")).toBeUndefined();
    expect(find(routes, "GET", "/api/xyz")).toBe("open");
    expect(find(routes, "GET", "/api/health")).toBe("exact");
    expect(find(routes, "GET", "/api/health/kong")).toBeUndefined();
  });

  it("prefers a route that names the method to one for all methods, even with a shorter path", () => {
    const routes = [routeOf("all", ["/api/x/"]), routeOf("posts", ["/"], { methods: ["POST"] })];
    expect(find(routes, "POST", "/api/x/y")).toBe("posts");
    expect(find(routes, "GET", "/api/x/y")).toBe("all");
  });

  it("does not take HEAD for GET", () => {
    expect(find([routeOf("gets", ["/"], { methods: ["GET"] })], "HEAD", "/")).toBeUndefined();
  });

  it("says what part of the path was matched", () => {
    const route = createRouter([routeOf("prefix", ["/api/"]), routeOf("regex", ["~/v\\d+/"])]);
    expect(route("GET", "/api/x")?.matched).toBe("/api/");
    expect(route("GET", "/v12/x")?.matched).toBe("/v12/");
  });
});
