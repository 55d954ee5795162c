import { generateKeyPairSync } from "node:crypto";
import { fileURLToPath } from "node:url";
import { endpoints } from "@mastery/contracts/endpoints";
import { limits } from "@mastery/contracts/limits";
import { describe, expect, it } from "vitest";
import { composeRoutes } from "./compose.ts";
import { loadConfig } from "./load-config.ts";
import { createRouter } from "./router.ts";

const folder = fileURLToPath(new URL("../../infrastructure/kong", import.meta.url));
const { publicKey } = generateKeyPairSync("ec", { namedCurve: "prime256v1" });
const config = await loadConfig(folder, {
  DECK_PUBLIC_URL: "http://localhost:8000",
  DECK_JWT_KID: "key-1",
  DECK_JWT_PUBLIC_KEY: publicKey.export({ type: "spki", format: "der" }).toString("base64"),
});
const routes = composeRoutes(config, () => 0);
const route = createRouter(routes);

function rateOf(routeName: string) {
  return config.plugins.find((entry) => entry.name === "rate-limiting" && entry.route === routeName)?.config;
}

describe("infrastructure/kong", () => {
  it.each(Object.entries(endpoints))(
    "brings %s to its room, with a token exactly where one is needed",
    (_name, endpoint) => {
      const path = endpoint.path.replaceAll(/:\w+/g, "some-id");
      const found = route(endpoint.method, path)?.route;
      expect(found?.service).toBe(endpoint.room);
      expect(found?.authenticated).toBe(endpoint.access !== "public");
      expect(found?.strip_path).toBe(false);
    },
  );

  it.each([
    ["GET", "/api/anything/new"],
    ["PUT", "/api/auth/login"],
    ["GET", "/api/auth/login/"],
    ["GET", "/api/health/"],
    ["GET", "/api/openapi.json.bak"],
    ["GET", "/api/openapi_json"],
    ["POST", "/mcp"],
    ["GET", "/mcp/tools"],
  ])("asks for a token on %s %s", (method, path) => {
    expect(route(method, path)?.route.authenticated).toBe(true);
  });

  it.each([
    ["GET", "/", "pages"],
    ["GET", "/dashboard", "pages"],
    ["GET", "/apifoo", "pages"],
    ["GET", "/mcpfoo", "pages"],
    ["GET", "/_next/static/chunks/a.js", "static-files"],
  ])("serves %s %s without a token", (method, path, name) => {
    expect(route(method, path)?.route).toMatchObject({ name, service: "web", authenticated: false });
  });

  it("has no route for methods that no room serves", () => {
    expect(route("TRACE", "/api/exercises")).toBeUndefined();
    expect(route("POST", "/dashboard")).toBeUndefined();
  });

  it("limits as the contract says", () => {
    const perSubject = { limit_by: "header", header_name: "X-Mastery-Subject" };
    expect(rateOf("engine-reads")).toMatchObject({ minute: limits.readsPerMinute, ...perSubject });
    expect(rateOf("engine-writes")).toMatchObject({ minute: limits.writesPerMinute, ...perSubject });
    expect(rateOf("submissions")).toMatchObject({ minute: limits.submissionsPerMinute, ...perSubject });
    expect(rateOf("engine-public")).toMatchObject({ minute: limits.publicRequestsPerMinute, limit_by: "ip" });
    expect(rateOf("web-public")).toMatchObject({ minute: limits.publicRequestsPerMinute, limit_by: "ip" });
  });

  it("never refuses a sign-in that the contract allows, and holds its rate over an hour", () => {
    const windowsAnHour = 60 / limits.signInWindowMinutes;
    expect(rateOf("sign-in")).toMatchObject({
      minute: limits.signInAttemptsPerAddress,
      hour: limits.signInAttemptsPerAddress * windowsAnHour,
      limit_by: "ip",
      fault_tolerant: false,
    });
  });

  it("counts and limits every route except static files", () => {
    const unlimited = config.routes.filter(({ name }) => rateOf(name) === undefined).map(({ name }) => name);
    expect(unlimited).toEqual(["static-files"]);
  });

  it("keeps tokens out of addresses", () => {
    const places = config.plugins.flatMap((entry) =>
      entry.name === "jwt" ? entry.config.uri_param_names : [],
    );
    expect(places).toEqual([]);
  });
});
