import { generateKeyPairSync } from "node:crypto";
import { describe, expect, it } from "vitest";
import { ConfigRefused } from "./config-refused.ts";
import { readConfig } from "./load-config.ts";

const head = '_format_version: "3.0"\n';
const base = `${head}services: [{ name: s, url: http://s:1 }]\nroutes: [{ name: r, service: s, paths: [/] }]\n`;

function refusal(text: string, values: Record<string, string> = {}): readonly string[] {
  try {
    readConfig([{ name: "test.yaml", text }], values);
    return [];
  } catch (error) {
    if (error instanceof ConfigRefused) return error.problems;
    throw error;
  }
}

function plugin(yaml: string): string {
  return `${base}plugins:\n  - ${yaml}\n`;
}

describe("readConfig", () => {
  it("joins files by their top-level lists", () => {
    const config = readConfig(
      [
        { name: "a.yaml", text: `${head}services: [{ name: one, url: http://one:1 }]` },
        { name: "b.yaml", text: `${head}services: [{ name: two, url: http://two:2 }]` },
      ],
      {},
    );
    expect(config.services.map(({ name }) => name)).toEqual(["one", "two"]);
  });

  it("gives the same configuration the same hash, and another another", () => {
    const hashOf = (text: string) => readConfig([{ name: "a.yaml", text }], {}).hash;
    expect(hashOf(base)).toBe(hashOf(`# a comment\n${base}`));
    expect(hashOf(base)).not.toBe(hashOf(base.replace("paths: [/]", "paths: [/x/]")));
  });

  it("puts values in", () => {
    const text = base.replace("http://s:1", '${{ env "DECK_URL" }}');
    const config = readConfig([{ name: "a.yaml", text }], { DECK_URL: "http://there:9" });
    expect(config.services[0]?.url).toBe("http://there:9");
  });

  it.each([
    ['${{ env "DECK_MISSING" }}', {}, "`DECK_MISSING` has no value"],
    ['${{ env "HOME" }}', { HOME: "/" }, "names begin with DECK_"],
    ['${{ env "DECK_URL" }}', { DECK_URL: "http://x:1\nroutes: []" }, "must be one line"],
    ["${{ len DECK_URL }}", {}, 'only ${{ env "DECK_NAME" }} is understood'],
  ])("refuses %s with %j", (placeholder, values, message) => {
    const problems = refusal(base.replace("http://s:1", placeholder), values);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain("test.yaml: ");
    expect(problems[0]).toContain(message);
  });

  it("refuses an unknown plugin and lists those it runs", () => {
    expect(refusal(plugin("{ name: acl, config: {} }"))).toEqual([
      "test.yaml: plugins[0].name: unknown plugin; this gateway runs: correlation-id, cors, jwt, jwt-claims, request-size-limiting, rate-limiting",
    ]);
  });

  it("refuses an unknown field of a known plugin and lists those it knows", () => {
    expect(refusal(plugin("{ name: rate-limiting, config: { minute: 5, sync_rate: 1 } }"))[0]).toMatch(
      /^test\.yaml: plugins\[0\]\.config: unknown field `sync_rate`; allowed: second, minute, .*hide_client_headers/,
    );
  });

  it.each([
    [plugin("{ name: rate-limiting, config: { minute: many } }"), /plugins\[0\]\.config\.minute: .*number/],
    [plugin("{ name: jwt, config: { anonymous: someone } }"), /unknown field `anonymous`/],
    [plugin("{ name: jwt, config: { claims_to_verify: [aud] } }"), /claims_to_verify/],
    [plugin("{ name: jwt, config: { maximum_expiration: 5 } }"), /maximum_expiration: needs `exp`/],
    [plugin("{ name: jwt, consumer: c, config: {} }"), /unknown field `consumer`/],
    [plugin("{ name: cors, config: { origins: ['https://.*\\.x'] } }"), /plain origin/],
    [
      base.replace("paths: [/]", "paths: [/], hosts: [x]"),
      /routes\[0\]: unknown field `hosts`; allowed: name/,
    ],
    [base.replace("paths: [/]", "paths: []"), /routes\[0\]\.paths/],
    [base.replace("paths: [/]", "paths: ['~/(']"), /not a regular expression/],
    [base.replace("paths: [/]", "paths: [api/]"), /must begin with/],
    [base.replace("paths: [/]", "paths: [/], strip_path: no-thanks"), /strip_path/],
    [base.replace("http://s:1", "https://s:1"), /services\[0\]\.url: must be an http/],
    [`${base}upstreams: []\n`, /unknown field `upstreams`; allowed: _format_version, services/],
    [base.replace('"3.0"', '"1.1"'), /_format_version/],
    [`${base}services: []\n`, /Map keys must be unique/],
    ["services: [", /test\.yaml: /],
  ])("refuses %#", (text, message) => {
    expect(refusal(text).join("\n")).toMatch(message);
  });
});

describe("readConfig, between the parts", () => {
  const other = generateKeyPairSync("ec", { namedCurve: "secp384r1" }).publicKey;
  const wrongKey = JSON.stringify(other.export({ type: "spki", format: "pem" }));
  const withKey = (key: string) =>
    `${base}consumers: [{ username: c }]\njwt_secrets: [{ consumer: c, key: k, ${key} }]\n`;

  it.each([
    [base.replace("service: s", "service: t"), "routes: `r` names the service `t`; there are: s"],
    [base.replace("paths: [/]", "paths: [/api]"), "routes: `r`: the prefix `/api` must end with `/`"],
    [
      base.replace("paths: [/] }", "paths: [/] }, { name: r, service: s, paths: [/] }"),
      "routes: name r stands more",
    ],
    [
      plugin("{ name: jwt, route: q, config: {} }"),
      "plugins: `jwt` names the route `q`, which does not exist",
    ],
    [plugin("{ name: jwt, route: r, service: s, config: {} }"), "choose one"],
    [
      plugin("{ name: jwt, config: {} }\n  - { name: jwt, config: {} }"),
      "`jwt` on everything stands more than once",
    ],
    [withKey("algorithm: ES256"), "jwt_secrets: `k`: ES256 needs `rsa_public_key`"],
    [withKey("algorithm: HS256"), "jwt_secrets: `k`: HS256 needs `secret`"],
    [withKey("algorithm: ES256, rsa_public_key: nonsense"), "is not a public key in PEM form"],
    [withKey(`algorithm: ES256, rsa_public_key: ${wrongKey}`), "the key is not one for ES256"],
    [
      withKey("secret: x").replace("username: c", "username: d"),
      "names the consumer `c`, which does not exist",
    ],
  ])("refuses %#", (text, message) => {
    expect(refusal(text).join("\n")).toContain(message);
  });
});
