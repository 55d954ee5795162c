import { createLogger } from "@mastery/telemetry/logger";

export const silentLogger = createLogger("test", { level: "silent" });
