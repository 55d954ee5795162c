// The import arrows of the rooms. The tool warns that TypeScript 7 has no compiler API yet; it parses by itself.
import { spawnSync } from "node:child_process";

const rooms = [
  "contracts",
  "bus",
  "access",
  "telemetry",
  "engine",
  "realtime",
  "gateway",
  "skills",
  "server",
];
const others = ["frontend/src", "frontend/server.ts", "frontend/scripts", "e2e", "benchmarks", "scripts"];
const result = spawnSync("depcruise", ["--config", ".dependency-cruiser.mjs", ...rooms, ...others], {
  stdio: ["ignore", "inherit", "inherit"],
});
process.exit(result.status ?? 1);
