import { startGrader } from "@mastery/engine/grader/start-grader";
import { chooseSandbox, type ChosenSandbox } from "@mastery/engine/sandbox/choose-sandbox";
import { availableParallelism } from "node:os";
import type { Core } from "./core.ts";

/** The sandbox that works here, or the one that was asked for. */
export async function openSandbox(core: Core): Promise<ChosenSandbox> {
  const chosen = await chooseSandbox({ wish: core.configuration.sandbox, say: core.say });
  core.closing.defer(() => chosen.sandbox.close());
  return chosen;
}

/** Takes submissions from the queue and grades them, as many at once as there are cores. */
export async function startGraderRole(core: Core, { sandbox }: ChosenSandbox): Promise<AsyncDisposable> {
  const grader = await startGrader({
    ...core.database.background,
    concurrency: availableParallelism(),
    sandbox,
    courses: core.courses,
    bus: core.bus,
    logger: core.log.logger("grader"),
    clock: () => new Date(),
  });
  return { [Symbol.asyncDispose]: () => grader.stop() };
}
