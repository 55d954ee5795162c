import { readConfiguration } from "../configuration.ts";
import { projectDir } from "../project-dir.ts";
import { StartFault } from "../start-fault.ts";
import { startAll, type Running } from "../start-all.ts";

const stopWithinMs = 30_000;

/** Runs until it is asked to stop or loses a part it cannot do without. */
export async function startCommand(options: { dev: boolean }): Promise<void> {
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  const configuration = readConfiguration(process.env, projectDir);
  // Asked to stop while still starting: finish starting, then stop, so that nothing is left half-made.
  const asked = new Promise<string>((resolve) => {
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => resolve(signal));
  });
  const running = await startAll(configuration, { dev: options.dev, say });
  const width = Math.max(...running.facts.map(([name]) => name.length));
  for (const [name, value] of running.facts) say(`  ${name.padEnd(width)}  ${value}`);
  say(`Mastery Engine is ready: ${configuration.publicUrl}`);
  const lost = running.lost.then((reason) => ({ reason }));
  const end = await Promise.race([asked, lost]);
  await stop(running);
  if (typeof end === "object") throw new StartFault("database_failed", end.reason);
  process.exit(0);
}

async function stop(running: Running): Promise<void> {
  const timer = setTimeout(() => {
    process.stderr.write(
      "Stopping took too long; the rest is cut off. Nothing that was acknowledged is lost.\n",
    );
    process.exit(1);
  }, stopWithinMs);
  await running.stop();
  clearTimeout(timer);
}
