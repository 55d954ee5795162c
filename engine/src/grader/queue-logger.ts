import type { Logger } from "@mastery/telemetry/logger";
import { Logger as QueueLogger } from "graphile-worker";

const troubles: readonly string[] = ["error", "warning"];

/** The queue's words in our log. It reports every finished job as news; here that is a detail. */
export function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => {
    const fields = { ...scope, ...(meta?.["error"] === undefined ? {} : { err: meta["error"] }) };
    if (troubles.includes(level)) logger.warn(fields, message);
    else logger.debug(fields, message);
  });
}
