import { FlagName } from "@mastery/contracts/flag";
import type { Logger } from "@mastery/telemetry/logger";
import type { Pool, PoolClient } from "pg";
import type { Database } from "../stores/database.ts";
import { flagsChannel, selectFlags, type FlagValues } from "../stores/flags.ts";

/** A change that no notification told is found after this long; the promise is two seconds. */
const sweepMs = 1_000;

export interface FlagWatcher {
  /** The values in force as last seen. */
  current(): FlagValues;
  close(): Promise<void>;
}

interface Options {
  readonly pool: Pool;
  readonly db: Database;
  readonly initial: FlagValues;
  readonly logger: Logger;
  /** Told of every change after the start, never of the values at the start. */
  readonly onChange: (names: readonly FlagName[], values: FlagValues) => void;
}

/**
 * Follows the flags in the database: at once by notification, and by a sweep that also listens anew when the
 * connection was lost. Holds one connection of the pool.
 */
export async function watchFlags({ pool, db, initial, logger, onChange }: Options): Promise<FlagWatcher> {
  let values = await selectFlags(db, initial);
  let listener: PoolClient | undefined;
  let closed = false;
  let reading: Promise<void> = Promise.resolve();

  const read = async (): Promise<void> => {
    if (closed) return;
    try {
      listener ??= await listen();
      const next = await selectFlags(db, initial);
      const names = FlagName.options.filter((name) => next[name] !== values[name]);
      values = next;
      if (names.length > 0) onChange(names, next);
    } catch (error) {
      logger.warn({ err: error }, "the flags could not be read; trying again");
    }
  };
  // One read after the other, so that an old answer never overtakes a new one.
  const readNext = (): void => {
    reading = reading.then(read);
  };
  const drop = (client: PoolClient, error: Error): void => {
    if (listener !== client) return;
    listener = undefined;
    client.release(error);
  };
  const listen = async (): Promise<PoolClient> => {
    const client = await pool.connect();
    client.on("error", (error) => drop(client, error));
    client.on("notification", readNext);
    try {
      await client.query(`LISTEN ${flagsChannel}`);
      return client;
    } catch (error) {
      client.release(true);
      throw error;
    }
  };

  await read();
  const sweep = setInterval(readNext, sweepMs);
  return {
    current: () => values,
    async close() {
      closed = true;
      clearInterval(sweep);
      await reading;
      // Destroyed, not given back: the next user of the connection must not hear our notifications.
      listener?.release(true);
      listener = undefined;
    },
  };
}
