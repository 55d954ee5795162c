import type { Logger } from "@mastery/telemetry/logger";
import type { Pool, PoolClient } from "pg";
import { createWakeUp, type WakeUp } from "./wake-up.ts";

/** How soon a candidate takes over after the leader's connection has gone. */
const candidateRetryMs = 1_000;
/** The server ends a leader's session that has been silent for this long, so that a lost machine leads no longer. */
const sessionKeepalive =
  "SET tcp_keepalives_idle = 5; SET tcp_keepalives_interval = 2; SET tcp_keepalives_count = 3";

export interface Leader {
  /** Resolves when the work has ended and another process may lead. */
  stop(): Promise<void>;
}

export interface Term {
  /** Aborted when leadership is lost or given up. */
  readonly signal: AbortSignal;
  /** Woken by notifications, and when the term ends. */
  readonly wakeUp: WakeUp;
}

/** Works until the term's signal is aborted. */
export type Job = (term: Term) => Promise<void>;

export interface LeadOptions {
  readonly pool: Pool;
  /** Number of the advisory lock that the leader holds. */
  readonly lock: number;
  /** A notification on this channel wakes the jobs. */
  readonly channel?: string;
  readonly logger: Logger;
  /** Run side by side; when one of them fails the term ends for all, and the next one begins. */
  readonly jobs: readonly Job[];
}

/**
 * Runs `jobs` in at most one process at a time: whoever holds the advisory lock. The lock belongs to a connection of
 * its own, so PostgreSQL frees it the moment the holder dies, and the next candidate goes on.
 */
export function lead({ pool, lock, channel, logger, jobs }: LeadOptions): Leader {
  const stopping = new AbortController();
  const pause = createWakeUp();

  async function campaign(): Promise<void> {
    while (!stopping.signal.aborted) {
      try {
        await serveTerm();
      } catch (error) {
        logger.warn({ err: error, lock }, "the term as leader ended; trying again");
      }
      if (!stopping.signal.aborted) await pause.next(candidateRetryMs);
    }
  }

  async function serveTerm(): Promise<void> {
    const client = await pool.connect();
    const ending = new AbortController();
    const signal = AbortSignal.any([stopping.signal, ending.signal]);
    const wakeUps = jobs.map(createWakeUp);
    const wakeAll = () => {
      for (const wakeUp of wakeUps) wakeUp.wake();
    };
    client.on("error", () => ending.abort());
    client.on("end", () => ending.abort());
    client.on("notification", wakeAll);
    signal.addEventListener("abort", wakeAll);
    try {
      if (!(await isElected(client, signal))) return;
      if (channel !== undefined) await client.query(`LISTEN ${channel}`);
      const work = jobs.map((job, index) =>
        job({ signal, wakeUp: wakeUps[index] ?? createWakeUp() }).finally(() => ending.abort()),
      );
      const failed = (await Promise.allSettled(work)).find((end) => end.status === "rejected");
      if (failed) throw failed.reason;
    } finally {
      // Closing the session frees the lock and the listener, whatever state it is in.
      client.release(true);
    }
  }

  async function isElected(client: PoolClient, signal: AbortSignal): Promise<boolean> {
    await client.query(sessionKeepalive);
    while (!signal.aborted) {
      const { rows } = await client.query<{ held: boolean }>("SELECT pg_try_advisory_lock($1) AS held", [
        lock,
      ]);
      if (rows[0]?.held === true) return true;
      await pause.next(candidateRetryMs);
    }
    return false;
  }

  const ended = campaign();
  return {
    async stop() {
      stopping.abort();
      pause.wake();
      await ended;
    },
  };
}
