import type { Logger } from "@mastery/telemetry/logger";
import { Logger as QueueLogger } from "graphile-worker";

/** The queue's words in our log. It reports every finished job as news; here that is a detail. */
export function queueLogger(logger: Logger): QueueLogger {
  return new QueueLogger((scope) => (level, message, meta) => {
    const fields = { ...scope, ...(meta?.["error"] === undefined ? {} : { err: meta["error"] }) };
    switch (String(level)) {
      case "error":
      case "warning":
        logger.warn(fields, message);
        return;
      default:
        logger.debug(fields, message);
    }
  });
}
