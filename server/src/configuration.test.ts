import { describe, expect, it } from "vitest";
import { readConfiguration } from "./configuration.ts";

describe("the configuration", () => {
  it("has the documented defaults", () => {
    expect(readConfiguration({}, "/project")).toMatchObject({
      host: "127.0.0.1",
      port: 8000,
      adminPort: 8001,
      publicUrl: "http://localhost:8000",
      dataDir: "/project/data",
      databaseUrl: undefined,
      demo: true,
      trustedProxies: [],
    });
  });

  it("lets the public address follow the port", () => {
    expect(readConfiguration({ PORT: "9100" }, "/project").publicUrl).toBe("http://localhost:9100");
  });

  it("seeds no demo class into a database of the operator's", () => {
    expect(readConfiguration({ DATABASE_URL: "postgresql://db/mastery" }, "/project").demo).toBe(false);
  });

  it("takes an empty variable as not set", () => {
    expect(readConfiguration({ PORT: "", DATABASE_URL: "" }, "/project").port).toBe(8000);
  });

  it.each([
    [{ PORT: "http" }, "PORT", '"http"'],
    [{ PUBLIC_URL: "localhost" }, "PUBLIC_URL", '"localhost"'],
    [{ MASTERY_DEMO: "yes" }, "MASTERY_DEMO", "true"],
    [{ FEATURE_MCP_SKILLS: "some" }, "FEATURE_MCP_SKILLS", "25%"],
    [{ FEATURE_KONG_AUTH: "25%" }, "FEATURE_KONG_AUTH", "true"],
  ])("refuses %j, naming the variable and what it may be", (environment, name, hint) => {
    expect(() => readConfiguration(environment, "/project")).toThrow(name);
    expect(() => readConfiguration(environment, "/project")).toThrow(hint);
  });

  it("never repeats a secret in its complaint", () => {
    const read = () => readConfiguration({ MASTERY_DEMO_PASSWORD: "tiny" }, "/project");
    expect(read).toThrow("MASTERY_DEMO_PASSWORD");
    expect(read).not.toThrow("tiny");
  });
});
