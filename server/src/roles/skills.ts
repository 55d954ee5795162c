import { startSkills } from "@mastery/skills/server/start-skills";
import { announce } from "../announce.ts";
import { freshSocket } from "../room-socket.ts";
import type { Core } from "./core.ts";

/** The MCP server; a skill that changes is told to every open browser. */
export function startSkillsRole(core: Core): Promise<{ close(): Promise<void> }> {
  const logger = core.log.logger("skills");
  return startSkills({
    listen: { socketPath: freshSocket(core.folder, "skills") },
    publicUrl: core.configuration.publicUrl,
    verifyToken: core.verifyToken,
    logger,
    onChanged: (skill, version) => void announce(core.bus, logger, "skills.changed", { skill, version }),
  });
}
