import { existsSync } from "node:fs";
import { join } from "node:path";
import { projectDir } from "../project-dir.ts";
import { freshSocket, socketOf } from "../room-socket.ts";
import { StartFault } from "../start-fault.ts";
import { supervise, type Supervised } from "../supervise.ts";
import type { Core } from "./core.ts";

/** Pages run in a process of their own: rendering must never hold up a stream. */
export function startWebRole(core: Core, adminPort: number): Promise<Supervised> {
  const { configuration, dev, folder } = core;
  if (!dev && !existsSync(join(projectDir, "frontend/.next/BUILD_ID"))) {
    throw new StartFault(
      "not_built",
      "The pages have not been built yet. Start with npm start, which builds them.",
    );
  }
  return supervise(
    {
      name: "web",
      entry: join(projectDir, "frontend/server.ts"),
      arguments: dev ? ["--dev"] : [],
      output: core.log.descriptor,
      env: {
        PATH: process.env["PATH"],
        HOME: process.env["HOME"],
        NODE_ENV: dev ? "development" : "production",
        WEB_LISTEN: freshSocket(folder, "web"),
        ENGINE_URL: `unix:${socketOf(folder, "engine")}`,
        REALTIME_URL: `unix:${socketOf(folder, "realtime")}`,
        SKILLS_URL: `unix:${socketOf(folder, "skills")}`,
        GATEWAY_STATUS_URL: `http://127.0.0.1:${adminPort}`,
        PUBLIC_URL: configuration.publicUrl,
        MASTERY_DEMO: String(configuration.demo),
      },
    },
    core.log.logger("server"),
  );
}
