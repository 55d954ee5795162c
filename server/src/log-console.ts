import type { Logger } from "@mastery/telemetry/logger";
import { format } from "node:util";

/** Libraries speak to the console when they are in trouble; the person at the terminal is told in words of ours. */
export function logConsole(logger: Logger): void {
  const info = (...said: unknown[]) => logger.info(format(...said));
  const warn = (...said: unknown[]) => logger.warn(format(...said));
  Object.assign(console, { log: info, info, debug: info, warn, error: warn, trace: warn });
}
