import { watchFlags } from "@mastery/engine/flags/watch-flags";
import { measureProcess } from "@mastery/telemetry/metrics";
import { refuseUsedPort, startAdmin } from "./admin.ts";
import { announce } from "./announce.ts";
import type { Configuration } from "./configuration.ts";
import { seedDemoClass } from "./demo.ts";
import { logConsole } from "./log-console.ts";
import { opening } from "./opening.ts";
import { openCore, type StartOptions } from "./roles/core.ts";
import { startEngineRole } from "./roles/engine.ts";
import { startGatewayRole } from "./roles/gateway.ts";
import { openSandbox, startGraderRole } from "./roles/grader.ts";
import { startRealtimeRole } from "./roles/realtime.ts";
import { startSkillsRole } from "./roles/skills.ts";
import { startWebRole } from "./roles/web.ts";

export interface Running {
  /** What runs where, for the person at the terminal. */
  readonly facts: readonly (readonly [name: string, value: string])[];
  /** Resolves with the reason when a part is lost that this process cannot do without. */
  readonly lost: Promise<string>;
  /** Lets open work end and stops everything, the database last. */
  stop(): Promise<void>;
}

/** Everything on one machine: pages in a process of their own, the other rooms here, only the gateway's port open. */
export function startAll(configuration: Configuration, options: StartOptions): Promise<Running> {
  measureProcess();
  return opening((closing) => open(configuration, options, closing));
}

async function open(
  configuration: Configuration,
  options: StartOptions,
  closing: AsyncDisposableStack,
): Promise<Running> {
  await refuseUsedPort(configuration.host, configuration.port);
  let ready = false;
  let status: () => object = () => ({});
  const admin = await startAdmin({ port: configuration.adminPort, status: () => ({ ready, ...status() }) });
  closing.defer(() => admin.close());
  const core = await openCore(configuration, options);
  closing.use(core.closing);
  const { db, pool } = core.database;
  const logger = core.log.logger("server");
  logConsole(core.log.logger("console"));
  const demo = await seedDemoClass(core);
  const chosen = await openSandbox(core);
  const flags = await watchFlags({
    pool,
    db,
    initial: configuration.initialFlags,
    logger,
    onChange: (names) => void announce(core.bus, logger, "flags.changed", { names: [...names] }),
  });
  closing.defer(() => flags.close());
  closing.use(await startEngineRole(core, chosen.sandbox.python));
  closing.use(await startGraderRole(core, chosen));
  const skills = await startSkillsRole(core);
  closing.defer(() => skills.close());
  // Streams end before the gateway drains, or it would wait for them.
  const [realtime, web] = await Promise.all([startRealtimeRole(core), startWebRole(core, admin.port)]);
  closing.defer(() => web.stop());
  const gateway = await startGatewayRole(core, () => flags.current().FEATURE_KONG_AUTH === "true");
  closing.defer(() => gateway.close());
  closing.defer(() => realtime.close());
  status = () => gateway.status();
  ready = true;
  closing.defer(() => {
    ready = false;
  });
  return {
    facts: [
      ["data folder", core.folder.path],
      ["database", core.database.description],
      ["sandbox", chosen.reason],
      ["courses", [...core.courses.values()].map(({ title }) => title).join(", ")],
      ["log", core.log.path],
      ...demo,
    ],
    lost: core.database.lost.then((words) => `The database ended by itself: ${words}`),
    stop: () => closing.disposeAsync(),
  };
}
