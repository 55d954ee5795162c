import { z } from "zod";

/** Where a room answers: `http://host:port`, or `unix:/path.sock` on one machine. */
const Upstream = z
  .string()
  .regex(/^(https?:\/\/[^/]+|unix:\/.+)$/, "must be http://host:port or unix:/path.sock");

const Environment = z.object({
  ENGINE_URL: Upstream.default("http://127.0.0.1:4000"),
  REALTIME_URL: Upstream.default("http://127.0.0.1:4100"),
  SKILLS_URL: Upstream.default("http://127.0.0.1:4200"),
  GATEWAY_STATUS_URL: Upstream.default("http://127.0.0.1:8007"),
  PUBLIC_URL: z.url().default("http://localhost:8000"),
  MASTERY_DEMO: z.enum(["true", "false"]).default("false"),
});

export interface WebEnvironment {
  readonly engineUrl: string;
  readonly realtimeUrl: string;
  readonly skillsUrl: string;
  readonly gatewayStatusUrl: string;
  readonly publicUrl: string;
  readonly demo: boolean;
}

/** Read at request time, never while building: one build serves every installation. Throws on a bad value. */
export function readEnvironment(variables: Record<string, string | undefined> = process.env): WebEnvironment {
  const parsed = Environment.safeParse(variables);
  if (!parsed.success) throw new Error(`Bad environment of the web role:\n${z.prettifyError(parsed.error)}`);
  return {
    engineUrl: parsed.data.ENGINE_URL,
    realtimeUrl: parsed.data.REALTIME_URL,
    skillsUrl: parsed.data.SKILLS_URL,
    gatewayStatusUrl: parsed.data.GATEWAY_STATUS_URL,
    publicUrl: parsed.data.PUBLIC_URL,
    demo: parsed.data.MASTERY_DEMO === "true",
  };
}
