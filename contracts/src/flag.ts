import { z } from "zod";

export const FlagName = z.enum([
  "FEATURE_DAPR_INTEGRATION",
  "FEATURE_KONG_AUTH",
  "FEATURE_API_INTEGRATION",
  "FEATURE_MCP_SKILLS",
]);
export type FlagName = z.infer<typeof FlagName>;

/** `true`, `false`, or a share of learners such as `25%`. */
export const FlagValue = z
  .string()
  .regex(/^(true|false|(100|[1-9]?\d)%)$/, "must be true, false or a share such as 25%");
export type FlagValue = z.infer<typeof FlagValue>;

/** The flags as one caller sees them: shares are decided, per learner and always the same way. */
export const FlagsView = z.object({ flags: z.record(FlagName, z.boolean()) });
export type FlagsView = z.infer<typeof FlagsView>;
