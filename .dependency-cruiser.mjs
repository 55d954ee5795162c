const services = ["engine", "realtime", "gateway", "skills", "frontend"];

/** A room may be imported by itself and by `importers`; everybody else is refused. */
function onlyBy(room, importers) {
  return {
    name: `${room}-is-imported-only-by-${importers.join("-and-") || "nobody"}`,
    severity: "error",
    from: { pathNot: `^(${[room, ...importers].join("|")})/` },
    to: { path: `^${room}/` },
  };
}

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    {
      name: "no-orphans",
      severity: "error",
      from: {
        orphan: true,
        pathNot: [
          "\\.test\\.ts$",
          "\\.d\\.ts$",
          "\\.config\\.(ts|mjs)$",
          "^scripts/",
          "^\\.",
          "^frontend/src/(app|proxy)",
          "^frontend/scripts/",
        ],
      },
      to: {},
    },
    { name: "nothing-unresolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
    {
      name: "contracts-import-zod-only",
      severity: "error",
      from: { path: "^contracts/src", pathNot: "\\.test\\.ts$" },
      to: { pathNot: ["^contracts/", "node_modules/zod/"] },
    },
    {
      name: "shared-rooms-import-contracts-only",
      severity: "error",
      from: { path: "^(bus|access|telemetry)/" },
      to: {
        path: "^(engine|realtime|gateway|skills|frontend|server|bus|access|telemetry)/",
        pathNot: "^$1/",
      },
    },
    ...services.map((room) =>
      onlyBy(room, room === "frontend" ? [] : ["server", "e2e", "benchmarks", "scripts"]),
    ),
    onlyBy("server", ["e2e", "benchmarks", "scripts"]),
    {
      name: "engine-rules-are-pure",
      comment:
        "Pure rules take data and give data: no stores, no events, no sandbox, no HTTP, no database driver.",
      severity: "error",
      from: {
        path: "^engine/src/(mastery|grading|recommendations|analytics)/",
        pathNot: "\\.test\\.ts$",
      },
      to: {
        path: [
          "^engine/src/(stores|events|sandbox|http|grader|learning|sign-in|demo)/",
          "node_modules/(pg|kysely|fastify)/",
        ],
      },
    },
    {
      name: "engine-http-is-the-edge",
      severity: "error",
      from: {
        path: "^engine/src/(stores|events|sandbox|learning|grader|sign-in)/",
        pathNot: "\\.test\\.ts$",
      },
      to: { path: "^engine/src/http/" },
    },
    {
      name: "no-server-code-in-the-browser",
      severity: "error",
      from: {
        path: "^frontend/src/(components|lib)/",
        pathNot: ["\\.test\\.ts$", "^frontend/src/lib/server/"],
      },
      to: {
        path: ["^frontend/src/lib/server/", "^(access|telemetry|bus)/"],
        dependencyTypesNot: ["type-only"],
      },
    },
    {
      name: "no-development-tools-in-the-product",
      severity: "error",
      from: { path: "^[a-z]+/src/", pathNot: ["\\.test\\.tsx?$", "-contract\\.ts$"] },
      to: {
        dependencyTypes: ["npm-dev"],
        dependencyTypesNot: ["type-only"],
        pathNot: "node_modules/@types/",
      },
    },
  ],
  options: {
    doNotFollow: { path: ["node_modules", "\\.next"] },
    exclude: { path: ["\\.next/", "/data/"] },
    // TypeScript 7 has no compiler API yet, so its own parser cannot be used.
    parser: "swc",
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: "scripts/checks/resolve.cjs" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json", ".d.ts"],
    },
  },
};
