import { endpoints } from "@mastery/contracts/endpoints";
import type { FlagName } from "@mastery/contracts/flag";
import type { FastifyInstance } from "fastify";
import { evaluateFlag } from "../../flags/evaluate.ts";
import { selectFlags } from "../../stores/flags.ts";
import type { EngineDeps } from "../deps.ts";
import { route } from "../route.ts";

export function registerFlagRoutes(app: FastifyInstance, deps: EngineDeps): void {
  route(app, deps, endpoints.flags, async ({ caller, db }) => {
    const values = await selectFlags(db, deps.initialFlags);
    const learner = caller.studentId ?? caller.sub;
    const isOn = (name: FlagName): boolean => evaluateFlag(name, values[name], learner);
    return {
      flags: {
        FEATURE_DAPR_INTEGRATION: isOn("FEATURE_DAPR_INTEGRATION"),
        FEATURE_KONG_AUTH: isOn("FEATURE_KONG_AUTH"),
        FEATURE_API_INTEGRATION: isOn("FEATURE_API_INTEGRATION"),
        FEATURE_MCP_SKILLS: isOn("FEATURE_MCP_SKILLS"),
      },
    };
  });
}
