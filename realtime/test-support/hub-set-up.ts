import { createLogger } from "@mastery/telemetry/logger";
import { createHub } from "../src/hub.ts";
import { realtimeLimits, type RealtimeLimits } from "../src/limits.ts";
import { ManualBus } from "./manual-bus.ts";
import { ManualTime } from "./manual-time.ts";
import { MemoryDeadLetters, MemoryLog } from "./memory-ports.ts";

export const silentLogger = createLogger("test", { level: "silent" });

/** A hub on a bus, a log and a clock that the test holds in its hands; replicas share a log. */
export async function hubSetUp(limits: Partial<RealtimeLimits> = {}, log = new MemoryLog()) {
  const [bus, deadLetters, time] = [new ManualBus(), new MemoryDeadLetters(), new ManualTime()];
  const hub = await createHub({
    bus,
    history: log,
    deadLetters,
    logger: silentLogger,
    limits: { ...realtimeLimits, ...limits },
    clock: time.clock,
    timers: time,
  });
  return { bus, log, deadLetters, time, hub, sweepMs: realtimeLimits.sweepMs };
}
