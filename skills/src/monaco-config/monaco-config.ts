import { MonacoConfig, MonacoConfigRequest } from "@mastery/contracts/monaco-config";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import type { Skill } from "../server/skill.ts";

const versionLength = 12;

const Data = MonacoConfig.omit({ version: true }).extend({
  /** What changes where fingers point, and where a screen reader listens; the latter wins. */
  onCoarsePointer: MonacoConfig.shape.options.partial(),
  onScreenReader: MonacoConfig.shape.options.partial(),
  onHighContrast: MonacoConfig.shape.themeRules,
});

/** How the code editor looks and behaves, from `config.json`. */
export const monacoConfig = monacoConfigIn(fileURLToPath(new URL(".", import.meta.url)));

export function monacoConfigIn(folder: string): Skill<typeof MonacoConfigRequest, typeof MonacoConfig> {
  return {
    name: "monaco-config",
    title: "Editor configuration",
    description: "Options and shortcuts for the code editor, for the device and language that were named.",
    input: MonacoConfigRequest,
    output: MonacoConfig,
    folder,
    async load() {
      const text = await readFile(`${folder}/config.json`, "utf8");
      const data = parse(text);
      const version = createHash("sha256").update(text).digest("hex").slice(0, versionLength);
      return { version, answer: (request) => ({ version, ...configure(data, request) }) };
    },
  };
}

function parse(text: string): z.infer<typeof Data> {
  const parsed = Data.safeParse(JSON.parse(text));
  if (!parsed.success)
    throw new Error(`monaco-config/config.json cannot be used:\n${z.prettifyError(parsed.error)}`);
  return parsed.data;
}

function configure(data: z.infer<typeof Data>, request: MonacoConfigRequest): Omit<MonacoConfig, "version"> {
  const options = {
    ...data.options,
    ...(request.coarsePointer ? data.onCoarsePointer : {}),
    ...(request.screenReader ? data.onScreenReader : {}),
  };
  return {
    options: MonacoConfig.shape.options.parse(options),
    themeRules: request.theme === "high-contrast" ? data.onHighContrast : data.themeRules,
    language: data.language,
    shortcuts: data.shortcuts,
  };
}
