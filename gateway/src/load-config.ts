import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { parse, YAMLParseError } from "yaml";
import type { z } from "zod";
import { checkConfig } from "./check-config.ts";
import { ConfigFile, type Config } from "./config-schema.ts";
import { ConfigRefused } from "./config-refused.ts";
import { substitute } from "./substitute.ts";

/**
 * Reads every `.yaml` file of a folder, in the order of their names, puts in the values, and joins them into the
 * one configuration that Kong would load. Throws `ConfigRefused`, naming file, path and what is allowed, on
 * anything this gateway does not do.
 */
export async function loadConfig(folder: string, values: Readonly<Record<string, string>>): Promise<Config> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".yaml")).sort();
  if (names.length === 0) throw new ConfigRefused([`${folder} holds no .yaml file`]);
  const files = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(folder, name), "utf8") })),
  );
  return readConfig(files, values);
}

export interface ConfigText {
  readonly name: string;
  readonly text: string;
}

/** The same for files that have been read already. */
export function readConfig(files: readonly ConfigText[], values: Readonly<Record<string, string>>): Config {
  const outcomes = files.map((file) => readFileText(file, values));
  const refusals = outcomes.flatMap((outcome) => (outcome.type === "refused" ? outcome.problems : []));
  if (refusals.length > 0) throw new ConfigRefused(refusals);
  const parsed = outcomes.flatMap((outcome) => (outcome.type === "file" ? [outcome.file] : []));
  const merged = {
    services: parsed.flatMap((file) => file.services),
    routes: parsed.flatMap((file) => file.routes),
    plugins: parsed.flatMap((file) => file.plugins),
    consumers: parsed.flatMap((file) => file.consumers),
    jwt_secrets: parsed.flatMap((file) => file.jwt_secrets),
  };
  const problems = checkConfig(merged);
  if (problems.length > 0) throw new ConfigRefused(problems);
  return { ...merged, hash: createHash("sha256").update(JSON.stringify(merged)).digest("hex") };
}

type FileOutcome =
  | { readonly type: "file"; readonly file: ConfigFile }
  | { readonly type: "refused"; readonly problems: readonly string[] };

function readFileText(file: ConfigText, values: Readonly<Record<string, string>>): FileOutcome {
  const substitution = substitute(file.text, values);
  if (substitution.type === "refused") return refuse(file, substitution.problems);
  const document = parseYaml(substitution.text);
  if (document.type === "refused") return refuse(file, [document.problem]);
  const result = ConfigFile.safeParse(document.value);
  return result.success
    ? { type: "file", file: result.data }
    : refuse(
        file,
        result.error.issues.map((issue) => `${pathText(issue)}: ${issue.message}`),
      );
}

function parseYaml(text: string) {
  try {
    const value: unknown = parse(text);
    return { type: "value", value } as const;
  } catch (error) {
    if (!(error instanceof YAMLParseError)) throw error;
    return { type: "refused", problem: error.message.split("\n", 1)[0] ?? error.message } as const;
  }
}

function refuse(file: ConfigText, problems: readonly string[]): FileOutcome {
  return { type: "refused", problems: problems.map((problem) => `${file.name}: ${problem}`) };
}

/** For example `plugins[2].config.minute`. */
function pathText(issue: z.core.$ZodIssue): string {
  return issue.path
    .map((step) => (typeof step === "number" ? `[${step}]` : `.${String(step)}`))
    .join("")
    .replace(/^\./, "");
}
