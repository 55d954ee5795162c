import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { projectDir } from "./project-dir.ts";

/** The product's version, as the root package says it. */
export const { version } = z
  .object({ version: z.string() })
  .parse(JSON.parse(readFileSync(join(projectDir, "package.json"), "utf8")));
