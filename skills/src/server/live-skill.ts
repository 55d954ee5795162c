import type { Logger } from "@mastery/telemetry/logger";
import { watch } from "node:fs";
import type { z } from "zod";
import type { LoadedSkill, Skill } from "./skill.ts";

/** Editors write a file in several steps; the folder is read once they have come to rest. */
const settleMs = 100;

export interface LiveSkill<I extends z.ZodObject = z.ZodObject, O extends z.ZodObject = z.ZodObject> {
  readonly skill: Skill<I, O>;
  current(): LoadedSkill<z.infer<I>, z.infer<O>>;
  close(): void;
}

/** Keeps a skill as its folder says, without a restart. Data that cannot be used leaves the last good in force. */
export async function keepLive<I extends z.ZodObject, O extends z.ZodObject>(
  skill: Skill<I, O>,
  logger: Logger,
  onChanged: (name: string, version: string) => void,
): Promise<LiveSkill<I, O>> {
  let current = await skill.load();
  let reading = Promise.resolve();
  let timer: NodeJS.Timeout | undefined;

  async function reload(): Promise<void> {
    try {
      const next = await skill.load();
      if (next.version === current.version) return;
      current = next;
      logger.info({ skill: skill.name, version: next.version }, "a skill changed");
      onChanged(skill.name, next.version);
    } catch (error) {
      logger.error(
        { err: error, skill: skill.name },
        "a changed skill cannot be used; the one before stays in force",
      );
    }
  }

  const watcher = watch(skill.folder, { persistent: false }, () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      reading = reading.then(reload);
    }, settleMs);
  });
  return {
    skill,
    current: () => current,
    close() {
      clearTimeout(timer);
      watcher.close();
    },
  };
}
