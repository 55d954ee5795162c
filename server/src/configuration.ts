import { FlagValue, type FlagName } from "@mastery/contracts/flag";
import { resolve } from "node:path";
import { z } from "zod";
import { StartFault } from "./start-fault.ts";

const Port = z.coerce.number().int().min(0).max(65_535);
const Switch = z.enum(["true", "false"]).transform((value) => value === "true");
const WebAddress = z.url({ protocol: /^https?$/ });

/** The environment, one entry a variable; what each means stands in the README's table. */
const Environment = z.object({
  PORT: Port.default(8000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_URL: WebAddress.optional(),
  ADMIN_PORT: Port.default(8001),
  TRUSTED_PROXIES: z
    .string()
    .default("")
    .transform((list) => list.split(/[\s,]+/).filter(Boolean)),
  MASTERY_DATA_DIR: z.string().min(1).optional(),
  MASTERY_COURSES_DIR: z.string().min(1).optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//, "must be a postgresql:// address")
    .optional(),
  MASTERY_BUS: z.enum(["embedded"]).default("embedded"),
  MASTERY_DEMO: Switch.optional(),
  MASTERY_DEMO_PASSWORD: z.string().min(10, "must have at least 10 characters").optional(),
  MASTERY_SANDBOX: z.enum(["auto", "bubblewrap", "pyodide"]).default("auto"),
  MASTERY_LOG_LEVEL: z.enum(["trace", "debug", "info", "warn", "error", "fatal"]).default("info"),
  FEATURE_DAPR_INTEGRATION: FlagValue.default("true"),
  FEATURE_KONG_AUTH: Switch.default(true),
  FEATURE_API_INTEGRATION: FlagValue.default("true"),
  FEATURE_MCP_SKILLS: FlagValue.default("true"),
});

export interface Configuration {
  readonly host: string;
  readonly port: number;
  readonly adminPort: number;
  /** The one origin browsers use, without a trailing slash. */
  readonly publicUrl: string;
  readonly trustedProxies: readonly string[];
  readonly dataDir: string;
  /** Whether the folder was named by the operator rather than being the default. */
  readonly dataDirChosen: boolean;
  readonly coursesDir: string;
  /** Undefined: the embedded database. */
  readonly databaseUrl: string | undefined;
  readonly demo: boolean;
  readonly demoPassword: string | undefined;
  readonly sandbox: "auto" | "bubblewrap" | "pyodide";
  readonly logLevel: string;
  readonly initialFlags: Readonly<Record<FlagName, string>>;
}

/** Reads the environment once. Throws a StartFault naming every bad variable, what it was and what it may be. */
export function readConfiguration(environment: NodeJS.ProcessEnv, projectDir: string): Configuration {
  // An empty variable is how shells and compose files say "not set".
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ""));
  const parsed = Environment.safeParse(given);
  if (!parsed.success) throw new StartFault("bad_setting", describeFaults(parsed.error, given));
  const env = parsed.data;
  return {
    host: env.HOST,
    port: env.PORT,
    adminPort: env.ADMIN_PORT,
    publicUrl: (env.PUBLIC_URL ?? `http://localhost:${env.PORT}`).replace(/\/+$/, ""),
    trustedProxies: env.TRUSTED_PROXIES,
    dataDir: resolve(projectDir, env.MASTERY_DATA_DIR ?? "data"),
    dataDirChosen: env.MASTERY_DATA_DIR !== undefined,
    coursesDir: resolve(projectDir, env.MASTERY_COURSES_DIR ?? "courses"),
    databaseUrl: env.DATABASE_URL,
    demo: env.MASTERY_DEMO ?? env.DATABASE_URL === undefined,
    demoPassword: env.MASTERY_DEMO_PASSWORD,
    sandbox: env.MASTERY_SANDBOX,
    logLevel: env.MASTERY_LOG_LEVEL,
    initialFlags: {
      FEATURE_DAPR_INTEGRATION: env.FEATURE_DAPR_INTEGRATION,
      FEATURE_KONG_AUTH: String(env.FEATURE_KONG_AUTH),
      FEATURE_API_INTEGRATION: env.FEATURE_API_INTEGRATION,
      FEATURE_MCP_SKILLS: env.FEATURE_MCP_SKILLS,
    },
  };
}

const secretVariables = new Set(["DATABASE_URL", "MASTERY_DEMO_PASSWORD"]);

function describeFaults(error: z.ZodError, given: Record<string, string | undefined>): string {
  const lines = error.issues.map((issue) => {
    const name = String(issue.path[0]);
    const value = secretVariables.has(name) ? "(not shown)" : JSON.stringify(given[name]);
    return `  ${name} is ${value}: ${issue.message}`;
  });
  return `Some settings are not valid:\n${lines.join("\n")}`;
}
