import { startEventKeeper } from "@mastery/engine/events/event-keeper";
import { createEngineApp } from "@mastery/engine/http/app";
import { createOverallOf, createStanding } from "@mastery/engine/learning/standing";
import { version } from "../product-version.ts";
import { freshSocket } from "../room-socket.ts";
import type { Core } from "./core.ts";

/** The API, and what happens to events after their commit. */
export async function startEngineRole(core: Core, python: string): Promise<AsyncDisposable> {
  const { db, pool } = core.database;
  const clock = () => new Date();
  const keeper = startEventKeeper({
    ...core.database.background,
    bus: core.bus,
    logger: core.log.logger("events"),
    overallOf: createOverallOf(core.courses, clock),
  });
  const app = createEngineApp({
    db,
    pool,
    courses: core.courses,
    signingKeys: core.signingKeys,
    verifyToken: core.verifyToken,
    publicUrl: core.configuration.publicUrl,
    version,
    python,
    logger: core.log.logger("engine"),
    clock,
    teaching: core.teaching,
    standing: createStanding(db),
    initialFlags: core.configuration.initialFlags,
  });
  await app.listen({ path: freshSocket(core.folder, "engine") });
  return {
    async [Symbol.asyncDispose]() {
      await app.close();
      await keeper.stop();
    },
  };
}
